import type { Metadata } from "next";
import { SummaryList } from "@/app/ui/summary-list";
import { api } from "@/server/caller";
import { saysWhatCouldGoWrong, whyNobodyAnswers } from "@/server/permissions/asking/ask";
import { ExperimentSubpage } from "../../../experiment-subpage";
import { onlyTheTeamAsks } from "../only-the-team";
import { DaysForm } from "./days-form";
import { leadersInWords } from "./leaders-in-words";

export const metadata: Metadata = { title: "Who must say yes, and until when" };

export default async function WhoPage({ params }: PageProps<"/experiments/[experimentId]/permission/ask/who">) {
  const { experimentId } = await params;
  const [{ title, may }, { carriers, terms, dips, draft, boardNeeded, boards }] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.permissions.asking({ experimentId }),
  ]);
  return (
    <ExperimentSubpage
      experimentId={experimentId}
      title={title}
      heading="Who must say yes, and until when"
      from="asking"
    >
      {!may.askPermission ? (
        <p>{onlyTheTeamAsks}</p>
      ) : !saysWhatCouldGoWrong(terms) && dips.length === 0 ? (
        <p>The leaders are found from who carries a risk or a dip. First say what could go wrong.</p>
      ) : (
        <>
          <SummaryList
            rows={carriers.map((carrier) => ({
              term: carrier.organisation,
              value: whyNobodyAnswers(carrier) ?? leadersInWords(carrier.leaders),
            }))}
          />
          {boardNeeded && (
            <p>
              {boardNeeded} {boards.length === 1 && `It is the ${boards[0]?.name}.`}
            </p>
          )}
          <DaysForm experimentId={experimentId} draft={draft} boards={boards} />
        </>
      )}
    </ExperimentSubpage>
  );
}
