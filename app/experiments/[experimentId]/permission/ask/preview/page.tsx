import type { Metadata } from "next";
import { api } from "@/server/caller";
import { promiseToBeginWith } from "@/server/permissions/answering/promise";
import { ExperimentSubpage } from "../../../experiment-subpage";
import { OnePageAsk } from "../../one-page-ask";
import { otherAnswers } from "../../other-answers";
import { onlyTheTeamAsks } from "../only-the-team";

export const metadata: Metadata = { title: "What the leaders will read" };

/** The leader's page with the current draft. */
export default async function PreviewPage({ params }: PageProps<"/experiments/[experimentId]/permission/ask/preview">) {
  const { experimentId } = await params;
  const [{ title, may }, asking] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.permissions.asking({ experimentId }),
  ]);
  const { draft, terms, dips, carriers, askedBy } = asking;
  const { fromOn, endsOn } = draft;
  const boards = asking.boards.filter((board) => asking.boards.length === 1 || board.id === draft.boardId);
  const [first] = carriers;
  const ask = {
    requestedBy: askedBy,
    terms: { ...terms, fromOn, endsOn, whyLonger: (draft.renewsId && draft.whyLonger) ?? undefined },
    outlooks: new Map(dips.map(({ id, outlook }) => [id, outlook.inShort])),
    others: otherAnswers(
      carriers,
      boards.map(({ name }) => ({ board: name, saysYes: false })),
      first ? [first.organisationId] : [],
    ),
    promise: promiseToBeginWith(terms),
  };
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="What the leaders will read" from="asking">
      {!may.askPermission ? (
        <p>{onlyTheTeamAsks}</p>
      ) : first ? (
        <>
          <p>As it is now, for {first.organisation}. Nothing is sent yet.</p>
          <OnePageAsk ask={ask} />
        </>
      ) : (
        <p>The leaders are found from who carries a risk or a dip. First say what could go wrong.</p>
      )}
    </ExperimentSubpage>
  );
}
