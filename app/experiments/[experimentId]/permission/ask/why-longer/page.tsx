import type { Metadata } from "next";
import { api } from "@/server/caller";
import { daysInWords } from "@/server/format";
import { ExperimentSubpage } from "../../../experiment-subpage";
import { onlyTheTeamAsks } from "../only-the-team";
import { AskAnewButton, WhyLongerForm } from "./why-longer-form";

export const metadata: Metadata = { title: "Why you ask for longer" };

export default async function WhyLongerPage({
  params,
  searchParams,
}: PageProps<"/experiments/[experimentId]/permission/ask/why-longer">) {
  const { experimentId } = await params;
  const { renews } = await searchParams;
  const [{ title, may }, { requests }, { draft, renewal }] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.permissions.overview({ experimentId }),
    api.permissions.asking({ experimentId }),
  ]);
  const renewed = requests.find((request) => request.id === (renews ?? draft.renewsId));
  const whyLonger = draft.renewsId === renewed?.id ? (draft.whyLonger ?? "") : "";
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="Why you ask for longer" from="asking">
      {!may.askPermission ? (
        <p>{onlyTheTeamAsks}</p>
      ) : !renewed ? (
        <p>There is no such request of this experiment to ask longer for.</p>
      ) : (
        <>
          <p>
            It follows what you asked for {daysInWords(renewed.fromOn, renewed.endsOn)}. What leaders gave then stays as
            it is.
          </p>
          <WhyLongerForm
            experimentId={experimentId}
            renewsId={renewed.id}
            whyLonger={whyLonger}
            version={draft.version}
          />
          {renewal && <AskAnewButton experimentId={experimentId} version={draft.version} />}
        </>
      )}
    </ExperimentSubpage>
  );
}
