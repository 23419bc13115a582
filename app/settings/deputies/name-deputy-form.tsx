"use client";

import type { z } from "zod";
import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { type Keyed, useChange } from "@/app/use-change";
import { whomToNameInput } from "@/server/organisations/deputy-input";

export function NameDeputyForm({ choices, today }: { choices: Choice<string>[]; today: string }) {
  const { organisations } = useTRPCClient();
  const name = ({ deputyId: whom, ...days }: Keyed<z.infer<typeof whomToNameInput>>) => {
    const [systemId = "", organisationId = "", deputyId = ""] = whom.split(" ");
    return organisations.nameDeputy.mutate({ ...days, systemId, organisationId, deputyId });
  };
  const change = useChange(name, { to: "/settings/deputies", notice: "deputy named" });
  return (
    <Form schema={whomToNameInput} change={change} defaultValues={{ fromOn: today }} clears>
      <SelectField name="deputyId" label="Who answers in your name?" choices={choices} />
      <DateField name="fromOn" label="From which day?" />
      <DateField name="endsOn" label="Until the end of which day?" />
      <SubmitButton>Name them</SubmitButton>
    </Form>
  );
}
