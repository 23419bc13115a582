"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { CheckboxesField } from "@/app/ui/checkboxes-field";
import type { Choice } from "@/app/ui/choice";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { NumberField } from "@/app/ui/number-field";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { expectDipInput } from "@/server/dips/input";

type ExpectDipFormProps = {
  experimentId: string;
  from?: string;
  measures: Choice<string>[];
  organisations: Choice<string>[];
};

export function ExpectDipForm({ experimentId, from, measures, organisations }: ExpectDipFormProps) {
  const router = useRouter();
  const expect = useMutation(useTRPC().dips.expect.mutationOptions());
  const send = async (dip: z.infer<typeof expectDipInput>, key: string) => {
    await expect.mutateAsync({ ...dip, experimentId, key });
    router.push(`/experiments/${experimentId}/dips?said=dip${from ? `&from=${from}` : ""}`);
    router.refresh();
  };
  return (
    <Form schema={expectDipInput} send={send} clears>
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
