"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { reportFixInput } from "@/server/permissions/answering/input";

/** The team says what it has done to a leader who keeps it paused: they decide by it. */
export function ReportFixForm({ experimentId }: { experimentId: string }) {
  const router = useRouter();
  const say = useMutation(useTRPC().permissions.reportFix.mutationOptions());
  const send = async (said: z.infer<typeof reportFixInput>, key: string) => {
    await say.mutateAsync({ ...said, experimentId, key });
    router.push(`/experiments/${experimentId}/stop?said=fix`);
    router.refresh();
  };
  return (
    <Form schema={reportFixInput} send={send}>
      <TextAreaField name="words" label="What have you done about it?" hint="Leaders read it before they decide" />
      <SubmitButton>Tell the leaders</SubmitButton>
    </Form>
  );
}
