"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { pasteInput } from "@/server/imports/input";

export function PasteForm({ measureId }: { measureId: string }) {
  const router = useRouter();
  const paste = useMutation(useTRPC().imports.paste.mutationOptions());
  return (
    <Form
      schema={pasteInput}
      send={async (pasted, key) => {
        const { uploadId } = await paste.mutateAsync({ ...pasted, measureId, key });
        router.push(`/measures/${measureId}/import/${uploadId}`);
      }}
    >
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
