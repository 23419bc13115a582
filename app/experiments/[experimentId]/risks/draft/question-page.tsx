import type { Route } from "next";
import type { ReactNode } from "react";
import { address } from "@/app/address";
import { BackLink } from "@/app/ui/back-link";
import { PageTitle } from "@/app/ui/page-title";
import { type RiskQuestion, riskQuestions } from "@/server/risks/draft-input";

export const onlyTheTeamWrites =
  "Only the team adds risks, and not after it has ended. Tell someone on the team what you see.";

export const headings: Record<RiskQuestion, string> = {
  what: "What could go wrong, and to whom",
  "how-bad": "How bad, and how likely",
  "what-helps": "What helps, and the first sign",
  "who-carries": "Who carries this risk",
};

/** The address of a question of a draft risk; keeps ?from=. */
export const questionAddress = (
  experimentId: string,
  draftId: string,
  question: RiskQuestion,
  from: string | undefined,
): Route => address(`/experiments/${experimentId}/risks/draft/${draftId}/${question}`, { from });

type QuestionPageProps = {
  experimentId: string;
  title: string;
  question: RiskQuestion;
  /** Absent before the first answer. */
  draftId?: string;
  from: string | undefined;
  /** The risk, in the team's words. */
  harm?: string;
  children: ReactNode;
};

/** One question per page, with a link to the previous one, the progress, and the risk. */
export function QuestionPage({ experimentId, title, question, draftId, from, harm, children }: QuestionPageProps) {
  const index = riskQuestions.indexOf(question);
  const previous = riskQuestions[index - 1];
  return (
    <>
      {previous && draftId ? (
        <BackLink href={questionAddress(experimentId, draftId, previous, from)}>{headings[previous]}</BackLink>
      ) : (
        <BackLink href={`/experiments/${experimentId}/risks${from ? `?from=${from}` : ""}` as Route}>
          What could go wrong
        </BackLink>
      )}
      <main>
        <PageTitle caption={<span dir="auto">{title}</span>}>{headings[question]}</PageTitle>
        <p className="text-secondary">
          Question {index + 1} of {riskQuestions.length}
        </p>
        {harm && (
          <p className="nhsuk-inset-text" dir="auto">
            {harm}
          </p>
        )}
        {children}
      </main>
    </>
  );
}
