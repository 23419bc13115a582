"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { organisationKinds } from "@/db/vocabulary";
import { addOrganisationsInput } from "@/server/admin/organisations/input";
import { listInWords } from "@/server/format";

export function AddOrganisationsForm({ systemId }: { systemId: string }) {
  const change = useChange(useTRPCClient().admin.organisations.add.mutate, {
    with: { systemId },
    to: `/admin/${systemId}/organisations`,
    notice: ({ added }) => (added > 0 ? "organisations added" : "organisations all here"),
  });
  return (
    <Form schema={addOrganisationsInput} change={change} clears>
      <p>
        One a line: name, short name, kind, ODS code if it has one. You can copy these columns from a spreadsheet. Kinds
        are {listInWords(organisationKinds)}.
      </p>
      <p className="whitespace-pre-line bg-white p-4 text-s">
        {"Penwick District Hospital, PDH, acute, RZZ\nPenwick Borough Council, PBC, council"}
      </p>
      <TextAreaField name="list" label="Organisations to add" />
      <SubmitButton>Add these organisations</SubmitButton>
    </Form>
  );
}
