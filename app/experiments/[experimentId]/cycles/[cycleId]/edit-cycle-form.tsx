"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { pdsaActs } from "@/db/vocabulary";
import { type EditCycleInput, editCycleInput, notYet } from "@/server/cycles/input";
import { actsInWords } from "@/server/cycles/words";
import type { WithNulls } from "@/server/pick";
import { PlanFields } from "../cycle-fields";

const acts = [
  ...pdsaActs.map((value) => ({ value, label: actsInWords[value] })),
  { value: notYet, label: "We have not decided yet" },
];

type EditCycleFormProps = { experimentId: string; cycle: WithNulls<EditCycleInput> };

export function EditCycleForm({ experimentId, cycle }: EditCycleFormProps) {
  const change = useChange(useTRPCClient().cycles.edit.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}/cycles`,
    notice: "cycle changed",
  });
  return (
    <Form schema={editCycleInput} change={change} defaultValues={cycle}>
      <PlanFields />
      <TextAreaField name="done" label="What did you do?" optional />
      <TextAreaField name="studied" label="What did you see, against what you expected?" optional />
      <RadiosField name="act" label="What next?" choices={acts} />
      <HiddenField name="version" value={cycle.version} />
      <HiddenField name="cycleId" value={cycle.cycleId} />
      <SubmitButton>Save this cycle</SubmitButton>
    </Form>
  );
}
