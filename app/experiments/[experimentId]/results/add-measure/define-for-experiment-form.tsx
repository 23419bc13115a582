"use client";

import { MeasureFields } from "@/app/measures/measure-fields";
import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { defineForExperimentInput } from "@/server/measures/input";
import { afterSaving } from "../../after-saving";
import { roles } from "./choose-measure-form";

type DefineForExperimentFormProps = {
  experimentId: string;
  from?: string;
  organisations: Choice<string>[];
  /** Where the person works in this system: who contributes at first. */
  own: string[];
};

export function DefineForExperimentForm({ experimentId, from, organisations, own }: DefineForExperimentFormProps) {
  const change = useChange(useTRPCClient().measures.defineForExperiment.mutate, {
    with: { experimentId },
    to: afterSaving({ experimentId, from }, "/results"),
    notice: from === "asking" ? "measure chosen for asking" : "measure chosen",
  });
  const contributors = [...new Set(own)];
  return (
    <Form schema={defineForExperimentInput} change={change} defaultValues={{ rhythm: "week", contributors }}>
      <RadiosField name="role" label="What part does it play?" choices={roles} />
      <MeasureFields organisations={organisations} />
      <SubmitButton look="secondary">Save and add this measure</SubmitButton>
    </Form>
  );
}
