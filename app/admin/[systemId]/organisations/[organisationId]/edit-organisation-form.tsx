"use client";

import { useTRPCClient } from "@/app/trpc";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { useChange } from "@/app/use-change";
import { type OrganisationKind, organisationKinds } from "@/db/vocabulary";
import { editOrganisationInput } from "@/server/admin/organisations/input";
import { sentenceCase } from "@/server/format";

type Organisation = {
  id: string;
  name: string;
  shortName: string;
  kind: OrganisationKind;
  endsOn: string | null;
  successorId: string | null;
  onlyHere: boolean;
};

const kinds = organisationKinds.map((kind) => ({ value: kind, label: sentenceCase(kind) }));

type EditOrganisationFormProps = {
  systemId: string;
  organisation: Organisation;
  /** Organisations that may take over what this one carries. */
  successors: readonly { id: string; name: string }[];
};

export function EditOrganisationForm({ systemId, organisation, successors }: EditOrganisationFormProps) {
  const { id: organisationId, name, shortName, kind, endsOn, successorId, onlyHere } = organisation;
  const change = useChange(useTRPCClient().admin.organisations.edit.mutate, {
    with: { systemId, organisationId },
    to: `/admin/${systemId}/organisations`,
    notice: "organisation changed",
  });
  return (
    <Form
      schema={editOrganisationInput}
      change={change}
      defaultValues={{ name, shortName, kind, endsOn: endsOn ?? undefined, successorId: successorId ?? undefined }}
    >
      {onlyHere && (
        <>
          <TextField name="name" label="Its name" />
          <TextField name="shortName" label="Its short name" hint="What people call it in a table" width={10} />
          <SelectField name="kind" label="What kind is it?" choices={kinds} />
        </>
      )}
      <DateField
        name="endsOn"
        label="Until when does it serve here?"
        hint="Its last day. After it, its people see nothing of this system. For example, 31 3 2027"
        optional
      />
      <SelectField
        name="successorId"
        label="Who takes over what it carries?"
        hint="From the morning after its last day. With none, the lead organisation of each experiment does."
        choices={successors.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
      <SubmitButton>Save this organisation</SubmitButton>
    </Form>
  );
}
