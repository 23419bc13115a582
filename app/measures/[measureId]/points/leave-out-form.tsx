"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { leaveOutInput } from "@/server/charts/input";

export function LeaveOutForm({ measureId, periods }: { measureId: string; periods: Choice<string>[] }) {
  const change = useChange(useTRPCClient().charts.leaveOut.mutate, {
    with: { measureId },
    to: `/measures/${measureId}`,
    notice: "result left out",
  });
  return (
    <Form schema={leaveOutInput} change={change}>
      <SelectField name="periodOn" label="Which result?" choices={periods} />
      <TextAreaField name="reason" label="Why does it not count?" />
      <SubmitButton>Leave it out</SubmitButton>
    </Form>
  );
}

type PutBack = { measureId: string; pointId: string; period: string };

export function PutBackButton({ measureId, pointId, period }: PutBack) {
  const change = useChange(useTRPCClient().charts.putBack.mutate, {
    with: { measureId, pointId },
    to: `/measures/${measureId}`,
    notice: "result put back",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Put it back<span className="sr-only">: {period}</span>
    </ChangeButton>
  );
}
