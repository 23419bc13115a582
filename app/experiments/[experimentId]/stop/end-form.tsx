"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { stopInput } from "@/server/experiments/input";

/** Ends the experiment for good; the team writes its conclusion afterwards. */
export function EndForm({ experimentId }: { experimentId: string }) {
  const change = useChange(useTRPCClient().experiments.stop.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}/stop`,
    notice: "experiment ended",
  });
  return (
    <Form schema={stopInput} change={change}>
      <TextAreaField name="reason" label="Why does it end?" hint="Everyone who can see the experiment reads it" />
      <SubmitButton look="secondary">End it</SubmitButton>
    </Form>
  );
}
