"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { resumeInput } from "@/server/experiments/input";

/** The team lets a paused experiment go on, and says what was done. */
export function GoOnForm({ experimentId }: { experimentId: string }) {
  const router = useRouter();
  const resume = useMutation(useTRPC().experiments.resume.mutationOptions());
  const send = async (said: z.infer<typeof resumeInput>, key: string) => {
    await resume.mutateAsync({ ...said, experimentId, key });
    router.push(`/experiments/${experimentId}?said=went-on`);
    router.refresh();
  };
  return (
    <Form schema={resumeInput} send={send}>
      <TextAreaField name="reason" label="What was done about it?" hint="Leaders and the team read it" />
      <SubmitButton>Let it go on</SubmitButton>
    </Form>
  );
}
