import type { Metadata } from "next";
import { api } from "@/server/caller";
import { parseFrom } from "../../after-saving";
import { headings, onlyTheTeamWrites, QuestionPage } from "./question-page";
import { WhatForm } from "./what-form";

export const metadata: Metadata = { title: headings.what };

/** A new risk: the first answer creates a draft, and each later answer is saved to it. */
export default async function NewDraftPage({
  params,
  searchParams,
}: PageProps<"/experiments/[experimentId]/risks/draft">) {
  const { experimentId } = await params;
  const from = parseFrom((await searchParams).from);
  const { title, may } = await api.experiments.find({ experimentId });
  return (
    <QuestionPage experimentId={experimentId} title={title} question="what" from={from}>
      {may.recordRisk ? (
        <WhatForm experimentId={experimentId} from={from} similar={await api.risks.similar({ experimentId })} />
      ) : (
        <p>{onlyTheTeamWrites}</p>
      )}
    </QuestionPage>
  );
}
