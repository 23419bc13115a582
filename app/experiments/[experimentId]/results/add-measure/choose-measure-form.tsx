"use client";

import { roleInWords } from "@/app/measures/measure-words";
import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { measureRoles } from "@/db/vocabulary";
import { chooseMeasureInput } from "@/server/measures/input";
import { afterSaving } from "../../after-saving";

export const roles = measureRoles.map((value) => ({ value, label: roleInWords[value] }));

type ChooseMeasureFormProps = { experimentId: string; from?: string; measures: Choice<string>[] };

export function ChooseMeasureForm({ experimentId, from, measures }: ChooseMeasureFormProps) {
  const change = useChange(useTRPCClient().measures.chooseForExperiment.mutate, {
    with: { experimentId },
    to: afterSaving({ experimentId, from }, "/results"),
    notice: from === "asking" ? "measure chosen for asking" : "measure chosen",
  });
  return (
    <Form schema={chooseMeasureInput} change={change}>
      <SelectField name="measureId" label="Which measure?" choices={measures} />
      <RadiosField name="role" label="What part does it play?" choices={roles} />
      <SubmitButton>Add this measure</SubmitButton>
    </Form>
  );
}
