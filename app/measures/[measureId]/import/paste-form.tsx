"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { pasteInput } from "@/server/imports/input";

export function PasteForm({ measureId }: { measureId: string }) {
  const change = useChange(useTRPCClient().imports.paste.mutate, {
    with: { measureId },
    to: ({ uploadId }) => `/measures/${measureId}/import/${uploadId}`,
  });
  return (
    <Form schema={pasteInput} change={change}>
      <TextAreaField
        name="pasted"
        label="Or paste rows from a spreadsheet"
        hint="Copy them with the names of the columns above"
        rows={6}
      />
      <SubmitButton look="secondary">Look at these rows</SubmitButton>
    </Form>
  );
}
