"use client";

import { address } from "@/app/address";
import { useTRPCClient } from "@/app/trpc";
import { CheckboxesField } from "@/app/ui/checkboxes-field";
import type { Choice } from "@/app/ui/choice";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { NumberField } from "@/app/ui/number-field";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { expectDipInput } from "@/server/dips/input";

type ExpectDipFormProps = {
  experimentId: string;
  from?: string;
  measures: Choice<string>[];
  organisations: Choice<string>[];
};

export function ExpectDipForm({ experimentId, from, measures, organisations }: ExpectDipFormProps) {
  const change = useChange(useTRPCClient().dips.expect.mutate, {
    with: { experimentId },
    to: address(`/experiments/${experimentId}/dips`, { from }),
    notice: "dip expected",
  });
  return (
    <Form schema={expectDipInput} change={change} clears>
      <SelectField name="measureId" label="Which measure may dip?" choices={measures} />
      <NumberField
        name="worstValue"
        label="How far, at worst?"
        hint="The worst value that is still all right, in the measure's unit"
      />
      <DateField name="fromOn" label="From which day?" hint="For example, 27 9 2026" />
      <DateField name="endsOn" label="Until the end of which day?" hint="For example, 31 12 2026" />
      <CheckboxesField
        name="carriedBy"
        label="Who carries it?"
        hint="Their leader is asked for permission"
        choices={organisations}
      />
      <SubmitButton look="secondary">Save this dip</SubmitButton>
    </Form>
  );
}
