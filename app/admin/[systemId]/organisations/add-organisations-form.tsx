"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { organisationKinds } from "@/db/vocabulary";
import { addOrganisationsInput } from "@/server/admin/organisations/input";
import { listInWords } from "@/server/format";

export function AddOrganisationsForm({ systemId }: { systemId: string }) {
  const router = useRouter();
  const add = useMutation(useTRPC().admin.organisations.add.mutationOptions());
  const send = async (pasted: z.infer<typeof addOrganisationsInput>, key: string) => {
    const { added } = await add.mutateAsync({ ...pasted, systemId, key });
    router.push(`/admin/${systemId}/organisations?done=${added > 0 ? "organisations" : "all-here"}`);
    router.refresh();
  };
  return (
    <Form schema={addOrganisationsInput} send={send} clears>
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
