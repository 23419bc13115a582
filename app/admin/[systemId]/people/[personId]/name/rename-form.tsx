"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { TextField } from "@/app/ui/text-field";
import { useChange } from "@/app/use-change";
import { renamePersonInput } from "@/server/admin/people/input";

type Person = { systemId: string; personId: string; name: string; job: string | null };

export function RenameForm({ systemId, personId, name, job }: Person) {
  const change = useChange(useTRPCClient().admin.people.rename.mutate, {
    with: { systemId, personId },
    to: `/admin/${systemId}/people/${personId}`,
    notice: "person renamed",
  });
  return (
    <Form schema={renamePersonInput} change={change} defaultValues={{ name, job }}>
      <TextField name="name" label="Their name" />
      <TextField name="job" label="Their job" optional />
      <TextAreaField name="reason" label="Why is it changed?" />
      <SubmitButton>Save their name and job</SubmitButton>
    </Form>
  );
}
