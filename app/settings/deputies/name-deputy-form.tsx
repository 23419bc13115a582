"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { whomToNameInput } from "@/server/organisations/deputy-input";

export function NameDeputyForm({ choices, today }: { choices: Choice<string>[]; today: string }) {
  const router = useRouter();
  const name = useMutation(useTRPC().organisations.nameDeputy.mutationOptions());
  const send = async ({ deputyId: whom, fromOn, endsOn }: z.infer<typeof whomToNameInput>, key: string) => {
    const [systemId = "", organisationId = "", deputyId = ""] = whom.split(" ");
    await name.mutateAsync({ systemId, organisationId, deputyId, fromOn, endsOn, key });
    router.push("/settings/deputies?done=deputy");
    router.refresh();
  };
  return (
    <Form schema={whomToNameInput} send={send} defaultValues={{ fromOn: today }} clears>
      <SelectField name="deputyId" label="Who answers in your name?" choices={choices} />
      <DateField name="fromOn" label="From which day?" />
      <DateField name="endsOn" label="Until the end of which day?" />
      <SubmitButton>Name them</SubmitButton>
    </Form>
  );
}
