import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageNotice } from "@/app/page-notice";
import { Link } from "@/app/ui/link";
import { Sentences } from "@/app/ui/sentences";
import { SummaryList } from "@/app/ui/summary-list";
import { api } from "@/server/caller";
import { combinedDipSentences } from "@/server/dips/combined-dips";
import { boardScore } from "@/server/risks/score";
import { ExperimentSubpage } from "../../../experiment-subpage";
import { onlyTheTeamAsks } from "../only-the-team";
import { answerRows } from "./answer-rows";
import { SendForm } from "./send-form";

export const metadata: Metadata = { title: "Check before you send" };

export default async function CheckPage({
  params,
  searchParams,
}: PageProps<"/experiments/[experimentId]/permission/ask/check">) {
  const { experimentId } = await params;
  const [{ title, may }, asking] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.permissions.asking({ experimentId }),
  ]);
  const { draft, whyNotSend, toKnow, highestScore, dips } = asking;
  const { fromOn, endsOn } = draft;
  const ready = whyNotSend.length === 0 && fromOn && endsOn;
  if (may.askPermission && ready && highestScore >= boardScore && draft.weighedAt === null) {
    redirect(`/experiments/${experimentId}/permission/ask/weigh`);
  }
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="Check before you send" from="asking">
      <PageNotice search={searchParams} />
      {!may.askPermission ? (
        <p>{onlyTheTeamAsks}</p>
      ) : !ready ? (
        <>
          <p>Before you can send it:</p>
          <Sentences of={whyNotSend} />
        </>
      ) : (
        <>
          <SummaryList rows={answerRows(experimentId, asking)} />
          <p>
            <Link href={`/experiments/${experimentId}/permission/ask/preview`}>See what the leaders will read</Link>
          </p>
          <Sentences of={toKnow} />
          <SendForm
            experimentId={experimentId}
            combinedDips={combinedDipSentences(dips)}
            request={{
              fromOn,
              endsOn,
              boardId: draft.boardId ?? undefined,
              renewsId: draft.renewsId ?? undefined,
              whyLonger: (draft.renewsId && draft.whyLonger) ?? undefined,
              draftVersion: draft.version,
            }}
          />
        </>
      )}
    </ExperimentSubpage>
  );
}
