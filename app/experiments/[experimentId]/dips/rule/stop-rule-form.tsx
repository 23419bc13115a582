"use client";

import { address } from "@/app/address";
import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { NumberField } from "@/app/ui/number-field";
import { RadiosField } from "@/app/ui/radios-field";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { useChange } from "@/app/use-change";
import { setStopRuleInput, stopRuleSides } from "@/server/dips/input";
import { sentenceCase } from "@/server/format";

const kinds = [
  { value: "safety", label: "Stop rule", hint: "Pauses the experiment at once, by itself if it is about a figure" },
  { value: "talk", label: "Talk rule", hint: "Opens a conversation, and pauses nothing" },
] as const;
const sides = stopRuleSides.map((side) => ({ value: side, label: sentenceCase(side) }));

/** Where a rule can watch a figure, its sentence is made from the numbers. */
const hintOnWords = (canWatch: boolean) =>
  `Such as: 1 serious miss.${canWatch ? " For a rule on a figure this is only a note: its numbers below say what it does" : ""}`;

type StopRuleFormProps = { experimentId: string; from?: string; measures: Choice<string>[] };

export function StopRuleForm({ experimentId, from, measures }: StopRuleFormProps) {
  const change = useChange(useTRPCClient().dips.setStopRule.mutate, {
    with: { experimentId },
    to: address(`/experiments/${experimentId}/dips`, { from }),
    notice: "stop rule set",
  });
  return (
    <Form schema={setStopRuleInput} change={change} clears>
      <TextField name="words" label="In words" hint={hintOnWords(measures.length > 0)} />
      <RadiosField name="kind" label="What does it do?" choices={kinds} />
      {measures.length > 0 && (
        <>
          <SelectField name="measureId" label="Which figure does it watch?" optional choices={measures} />
          <SelectField name="metWhen" label="It is met when the figure is" optional choices={sides} />
          <NumberField name="threshold" label="This number" optional />
          <NumberField name="periodsRunning" label="For how many periods running?" optional />
        </>
      )}
      <SubmitButton look="secondary">Save this rule</SubmitButton>
    </Form>
  );
}
