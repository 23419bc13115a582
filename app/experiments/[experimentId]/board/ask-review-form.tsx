"use client";

import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { askReviewInput } from "@/server/boards/input";

export function AskReviewForm({ experimentId, boards }: { experimentId: string; boards: Choice<string>[] }) {
  const change = useChange(useTRPCClient().boards.askReview.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}/board`,
    notice: "review asked",
  });
  return (
    <Form schema={askReviewInput} change={change} clears>
      <RadiosField name="boardId" label="Which board?" choices={boards} />
      <TextAreaField
        name="question"
        label="Your question, in one sentence"
        hint="Such as: may every practice work this way? They have your risks, dips and results beside it"
        limit={500}
      />
      <SubmitButton>Ask the board</SubmitButton>
    </Form>
  );
}
