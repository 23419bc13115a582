"use client";

import type { z } from "zod";
import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { TextField } from "@/app/ui/text-field";
import { type Keyed, useChange } from "@/app/use-change";
import { noteInput } from "@/server/experiments/input";

type Place = { systemId: string; organisationId: string; name: string };

/** Three fields; everything else can be added later. */
export function RegisterForm({ places }: { places: [Place, ...Place[]] }) {
  const { experiments } = useTRPCClient();
  const register = (idea: Keyed<z.infer<typeof noteInput>>) => {
    const { systemId } = places.find((place) => place.organisationId === idea.leadOrganisationId) ?? places[0];
    return experiments.register.mutate({ ...idea, systemId });
  };
  const change = useChange(register, {
    to: ({ experimentId }) => `/experiments/${experimentId}`,
    notice: "idea noted",
  });
  const choices = places.map(({ organisationId, name }) => ({ value: organisationId, label: name }));
  return (
    <Form schema={noteInput} change={change} defaultValues={{ leadOrganisationId: places[0].organisationId }}>
      <TextAreaField name="problem" label="What bothers you?" hint="What do you see happen that should not?" />
      <TextAreaField name="changeIdea" label="What would you try?" />
      <TextField name="place" label="Where?" hint="A ward, a practice, a street" />
      {places.length > 1 ? (
        <SelectField name="leadOrganisationId" label="For which of your organisations?" choices={choices} />
      ) : (
        <HiddenField name="leadOrganisationId" value={places[0].organisationId} />
      )}
      <SubmitButton>Save this idea</SubmitButton>
    </Form>
  );
}
