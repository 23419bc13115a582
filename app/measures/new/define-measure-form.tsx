"use client";

import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { defineMeasureInput } from "@/server/measures/input";
import { MeasureFields } from "../measure-fields";

type DefineMeasureFormProps = { systemId: string; organisations: Choice<string>[]; own: string[] };

export function DefineMeasureForm({ systemId, organisations, own }: DefineMeasureFormProps) {
  const change = useChange(useTRPCClient().measures.define.mutate, {
    with: { systemId },
    to: ({ measureId }) => `/measures/${measureId}`,
    notice: "measure defined",
  });
  return (
    <Form schema={defineMeasureInput} change={change} defaultValues={{ rhythm: "week", contributors: own }}>
      <MeasureFields organisations={organisations} />
      <SubmitButton>Save this measure</SubmitButton>
    </Form>
  );
}
