"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { replyInput } from "@/server/permissions/answering/input";

type ReplyFormProps = { experimentId: string; answerId: string; to: string };

/** The team replies to a leader's question. The leader reads it above the answer. */
export function ReplyForm({ experimentId, answerId, to }: ReplyFormProps) {
  const router = useRouter();
  const reply = useMutation(useTRPC().permissions.reply.mutationOptions());
  const send = async (said: z.infer<typeof replyInput>, key: string) => {
    await reply.mutateAsync({ ...said, experimentId, key });
    router.push(`/experiments/${experimentId}/permission?said=replied`);
    router.refresh();
  };
  return (
    <Form schema={replyInput} send={send} defaultValues={{ answerId, inWords: "" }}>
      <TextAreaField name="inWords" label={`Your reply to ${to}`} />
      <HiddenField name="answerId" value={answerId} />
      <SubmitButton>Send the reply</SubmitButton>
    </Form>
  );
}
