import type { Metadata } from "next";
import { LinkButton } from "@/app/ui/button";
import { Sentences } from "@/app/ui/sentences";
import { api } from "@/server/caller";
import { listed } from "@/server/words";
import { ExperimentPart } from "../../experiment-heading";
import { TermsInWords } from "../terms-in-words";
import { AskForm } from "./ask-form";

export const metadata: Metadata = { title: "Ask for permission" };

const choicesOf = (boards: Awaited<ReturnType<typeof api.boards.list>>, systemId: string) =>
  boards.filter((board) => board.systemId === systemId).map(({ id, name }) => ({ value: id, label: name }));

export default async function AskPage({ params }: PageProps<"/experiments/[experimentId]/permission/ask">) {
  const { experimentId } = await params;
  const [{ title, may, systemId }, { terms, carriers, whyNotAsk, boardNeeded }, boards] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.permissions.standing({ experimentId }),
    api.boards.list(),
  ]);
  return (
    <ExperimentPart experimentId={experimentId} title={title} heading="Ask for permission">
      {!may.askPermission ? (
        <p>Only the team asks for permission, and not after it has ended.</p>
      ) : whyNotAsk.length > 0 ? (
        <>
          <p>Before you can ask:</p>
          <Sentences of={whyNotAsk} />
          <LinkButton href={`/experiments/${experimentId}`}>See what is next</LinkButton>
        </>
      ) : (
        <>
          <p>
            {listed(carriers.map((carrier) => carrier.organisation))} will be asked. This is what{" "}
            {listed(carriers.flatMap((carrier) => carrier.leaders.map((leader) => leader.name)))} will read.
          </p>
          <TermsInWords terms={terms} />
          {boardNeeded && <p>{boardNeeded}</p>}
          <AskForm experimentId={experimentId} boards={boardNeeded ? choicesOf(boards, systemId) : []} />
        </>
      )}
    </ExperimentPart>
  );
}
