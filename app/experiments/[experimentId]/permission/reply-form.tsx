"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { replyInput } from "@/server/permissions/answering/input";

type ReplyFormProps = { experimentId: string; answerId: string; to: string };

/** The team replies to a leader's question. */
export function ReplyForm({ experimentId, answerId, to }: ReplyFormProps) {
  const change = useChange(useTRPCClient().permissions.reply.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}/permission`,
    notice: "question replied to",
  });
  return (
    <Form schema={replyInput} change={change} defaultValues={{ answerId, inWords: "" }}>
      <TextAreaField name="inWords" label={`Your reply to ${to}`} />
      <HiddenField name="answerId" value={answerId} />
      <SubmitButton>Send the reply</SubmitButton>
    </Form>
  );
}
