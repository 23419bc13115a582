"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { reportFixInput } from "@/server/permissions/answering/input";

/** The team reports a fix to the leaders who keep it paused. */
export function ReportFixForm({ experimentId }: { experimentId: string }) {
  const change = useChange(useTRPCClient().permissions.reportFix.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}/stop`,
    notice: "fix said",
  });
  return (
    <Form schema={reportFixInput} change={change}>
      <TextAreaField name="words" label="What have you done about it?" hint="Leaders read it before they decide" />
      <SubmitButton>Tell the leaders</SubmitButton>
    </Form>
  );
}
