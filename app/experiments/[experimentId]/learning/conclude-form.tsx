"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { conclusionOutcomes } from "@/db/vocabulary";
import { concludeInput } from "@/server/experiments/input";
import { outcomesInWords } from "./outcome-words";

const outcomes = conclusionOutcomes.map((value) => {
  const { label, hint } = outcomesInWords[value];
  return { value, label, hint };
});

export function ConcludeForm({ experimentId, stopped }: { experimentId: string; stopped: boolean }) {
  const change = useChange(useTRPCClient().experiments.conclude.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}/learning`,
    notice: "experiment concluded",
  });
  return (
    <Form schema={concludeInput} change={change} defaultValues={{ tellNextTeam: "" }}>
      <RadiosField name="outcome" label="How does it end?" choices={outcomes} />
      <TextAreaField name="whatHappened" label="What happened, compared with what you expected?" />
      <TextAreaField name="learned" label="What did you learn?" hint="A sentence or two that others can use" />
      <TextAreaField name="goalsMet" label="Which goals were met?" optional />
      <TextAreaField name="tradeOffs" label="What got worse, so that something else got better?" optional />
      <TextAreaField name="unpleasantSurprises" label="Unpleasant surprises" optional />
      <TextAreaField name="pleasantSurprises" label="Pleasant surprises" optional />
      <TextAreaField name="tellNextTeam" label="What would you tell the next team?" optional />
      <RadiosField
        name="changeStops"
        label="Does the change stop?"
        choices={[
          { value: true, label: "Yes, we go back to how it was" },
          { value: false, label: "No, it stays" },
        ]}
      />
      <RadiosField
        name="measuringStops"
        label="Does measuring stop?"
        choices={[
          { value: true, label: "Yes" },
          { value: false, label: "No, we go on measuring" },
        ]}
      />
      <SubmitButton>{stopped ? "Save what we learned" : "End it and save what we learned"}</SubmitButton>
    </Form>
  );
}
