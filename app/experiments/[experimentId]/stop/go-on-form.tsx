"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { resumeInput } from "@/server/experiments/input";

/** The team resumes a paused experiment, saying what was done. */
export function GoOnForm({ experimentId }: { experimentId: string }) {
  const change = useChange(useTRPCClient().experiments.resume.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}`,
    notice: "experiment goes on",
  });
  return (
    <Form schema={resumeInput} change={change}>
      <TextAreaField name="reason" label="What was done about it?" hint="Leaders and the team read it" />
      <SubmitButton>Let it go on</SubmitButton>
    </Form>
  );
}
