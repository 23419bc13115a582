"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { type LeaveOutInput, leaveOutInput } from "@/server/charts/input";

export function LeaveOutForm({ measureId, periods }: { measureId: string; periods: Choice<string>[] }) {
  const router = useRouter();
  const leaveOut = useMutation(useTRPC().charts.leaveOut.mutationOptions());
  const send = async (said: LeaveOutInput, key: string) => {
    await leaveOut.mutateAsync({ ...said, measureId, key });
    router.push(`/measures/${measureId}?said=left-out`);
    router.refresh();
  };
  return (
    <Form schema={leaveOutInput} send={send}>
      <SelectField name="periodOn" label="Which result?" choices={periods} />
      <TextAreaField name="reason" label="Why does it not count?" />
      <SubmitButton>Leave it out</SubmitButton>
    </Form>
  );
}

type PutBack = { measureId: string; pointId: string; period: string };

export function PutBackButton({ measureId, pointId, period }: PutBack) {
  const putBack = useMutation(useTRPC().charts.putBack.mutationOptions());
  return (
    <ActButton
      look="secondary"
      send={(key) => putBack.mutateAsync({ measureId, pointId, key })}
      then={`/measures/${measureId}?said=put-back`}
    >
      Put it back<span className="sr-only">: {period}</span>
    </ActButton>
  );
}
