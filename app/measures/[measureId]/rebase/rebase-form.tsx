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
import { type RebaseInput, rebaseInput } from "@/server/charts/input";

type RebaseFormProps = { measureId: string; periods: Choice<string>[]; suggested: string | undefined };

export function RebaseForm({ measureId, periods, suggested }: RebaseFormProps) {
  const router = useRouter();
  const rebase = useMutation(useTRPC().charts.rebase.mutationOptions());
  const send = async (said: RebaseInput, key: string) => {
    await rebase.mutateAsync({ ...said, measureId, key });
    router.push(`/measures/${measureId}?said=rebased`);
    router.refresh();
  };
  return (
    <Form schema={rebaseInput} send={send} defaultValues={{ periodOn: suggested }}>
      <SelectField name="periodOn" label="From which period?" choices={periods} />
      <TextAreaField name="reason" label="What changed for good?" />
      <SubmitButton>Set the limits anew</SubmitButton>
    </Form>
  );
}

type RemoveRebase = { measureId: string; rebaseId: string; period: string };

export function RemoveRebaseButton({ measureId, rebaseId, period }: RemoveRebase) {
  const remove = useMutation(useTRPC().charts.removeRebase.mutationOptions());
  return (
    <ActButton
      look="secondary"
      send={(key) => remove.mutateAsync({ measureId, rebaseId, key })}
      then={`/measures/${measureId}?said=rebase-removed`}
    >
      Take back<span className="sr-only"> the new limits from {period}</span>
    </ActButton>
  );
}
