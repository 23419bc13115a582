"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { askReviewInput } from "@/server/boards/input";

/** The team puts one question to one board. */
export function AskReviewForm({ experimentId, boards }: { experimentId: string; boards: Choice<string>[] }) {
  const router = useRouter();
  const ask = useMutation(useTRPC().boards.askReview.mutationOptions());
  const send = async (asked: z.infer<typeof askReviewInput>, key: string) => {
    await ask.mutateAsync({ ...asked, experimentId, key });
    router.push(`/experiments/${experimentId}/board?said=review-asked`);
    router.refresh();
  };
  return (
    <Form schema={askReviewInput} send={send} clears>
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
