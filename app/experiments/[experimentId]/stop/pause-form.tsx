"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { pressedReasons } from "@/db/vocabulary";
import { pauseInput } from "@/server/experiments/input";
import { sentenceCase } from "@/server/format";

/** Pauses at once; no field is required. */
export function PauseForm({ experimentId }: { experimentId: string }) {
  const change = useChange(useTRPCClient().experiments.pause.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}/stop`,
    notice: "experiment paused",
  });
  return (
    <Form schema={pauseInput} change={change} clears>
      <RadiosField
        name="pauseReason"
        label="What is it?"
        choices={pressedReasons.map((value) => ({ value, label: sentenceCase(value) }))}
      />
      <TextAreaField name="reason" label="What did you see?" hint="You can add it later" optional rows={2} />
      <SubmitButton>Pause it now</SubmitButton>
    </Form>
  );
}
