"use client";

import { answersInWords } from "@/app/boards/answer-words";
import { useTRPCClient } from "@/app/trpc";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { reviewAnswers } from "@/db/vocabulary";
import { answerReviewInput } from "@/server/boards/input";

type AnswerReviewFormProps = {
  experimentId: string;
  reviewId: string;
  board: string;
  /** How many answers the member has read. */
  version: number;
};

/** A board member answers for the board; refused if others have answered since. */
export function AnswerReviewForm({ experimentId, reviewId, board, version }: AnswerReviewFormProps) {
  const change = useChange(useTRPCClient().boards.answerReview.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}/board`,
    notice: "review answered",
  });
  return (
    <Form schema={answerReviewInput} change={change} defaultValues={{ reviewId, version }} clears>
      <RadiosField
        name="answer"
        label={`What does the ${board} say?`}
        choices={reviewAnswers.map((value) => ({ value, ...answersInWords[value] }))}
      />
      <TextAreaField name="reason" label="Why?" hint="The team and the whole system can read it" />
      <DateField name="lookAgainOn" label="When does the board look again?" hint="For example, 27 9 2027" optional />
      <HiddenField name="reviewId" value={reviewId} />
      <HiddenField name="version" value={version} />
      <SubmitButton>Send the answer</SubmitButton>
    </Form>
  );
}
