"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { rebaseInput } from "@/server/charts/input";

type RebaseFormProps = { measureId: string; periods: Choice<string>[]; suggested: string | undefined };

export function RebaseForm({ measureId, periods, suggested }: RebaseFormProps) {
  const change = useChange(useTRPCClient().charts.rebase.mutate, {
    with: { measureId },
    to: `/measures/${measureId}`,
    notice: "limits set anew",
  });
  return (
    <Form schema={rebaseInput} change={change} defaultValues={{ periodOn: suggested }}>
      <SelectField name="periodOn" label="From which period?" choices={periods} />
      <TextAreaField name="reason" label="What changed for good?" />
      <SubmitButton>Set the limits anew</SubmitButton>
    </Form>
  );
}

type RemoveRebase = { measureId: string; rebaseId: string; period: string };

export function RemoveRebaseButton({ measureId, rebaseId, period }: RemoveRebase) {
  const change = useChange(useTRPCClient().charts.removeRebase.mutate, {
    with: { measureId, rebaseId },
    to: `/measures/${measureId}`,
    notice: "new limits taken back",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Take back<span className="sr-only"> the new limits from {period}</span>
    </ChangeButton>
  );
}
