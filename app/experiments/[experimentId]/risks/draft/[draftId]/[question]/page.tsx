import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { address } from "@/app/address";
import { api } from "@/server/caller";
import { type RiskQuestion, riskQuestions } from "@/server/risks/draft-input";
import { afterSaving, parseFrom } from "../../../../after-saving";
import { HowBadForm } from "../../how-bad-form";
import { headings, onlyTheTeamWrites, QuestionPage } from "../../question-page";
import { WhatForm } from "../../what-form";
import { WhatHelpsForm } from "../../what-helps-form";
import { WhoCarriesForm } from "../../who-carries-form";

type DraftPageProps = PageProps<"/experiments/[experimentId]/risks/draft/[draftId]/[question]">;

const parseQuestion = (param: string): RiskQuestion =>
  riskQuestions.find((question) => question === param) ?? notFound();

export async function generateMetadata({ params }: DraftPageProps): Promise<Metadata> {
  return { title: headings[parseQuestion((await params).question)] };
}

export default async function DraftPage({ params, searchParams }: DraftPageProps) {
  const { experimentId, draftId, question: questionParam } = await params;
  const question = parseQuestion(questionParam);
  const from = parseFrom((await searchParams).from);
  const [{ title, may, takingPart, riskOfNotTrying }, draft] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.risks.draft({ experimentId, draftId }),
  ]);
  const form = { experimentId, from, draft };
  const page = { experimentId, title, question, draftId, from };
  if (!may.recordRisk) {
    return (
      <QuestionPage {...page}>
        <p>{onlyTheTeamWrites}</p>
      </QuestionPage>
    );
  }
  return (
    <QuestionPage {...page} harm={question === "what" ? undefined : draft.harm}>
      {question === "what" && <WhatForm {...form} similar={await api.risks.similar({ experimentId })} />}
      {question === "how-bad" && <HowBadForm {...form} />}
      {question === "what-helps" && <WhatHelpsForm {...form} similar={await api.risks.similar({ experimentId })} />}
      {question === "who-carries" && (
        <WhoCarriesForm
          {...form}
          takingPart={takingPart.map(({ id, name }) => ({ value: id, label: name }))}
          // The list of risks asks for the risk of not trying, if it is still missing
          nextPage={
            !riskOfNotTrying
              ? address(`/experiments/${experimentId}/risks`, { from })
              : afterSaving({ experimentId, from }, "/risks")
          }
        />
      )}
    </QuestionPage>
  );
}
