"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/app/trpc";
import { FileField } from "@/app/ui/file-field";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { chosenFileInput, MAX_BYTES } from "@/server/imports/input";

const reading = "Reading. A large file takes some seconds.";

export function ChooseFileForm({ measureId }: { measureId: string }) {
  const router = useRouter();
  const choose = useMutation(useTRPC().imports.chooseFile.mutationOptions());
  return (
    <Form
      schema={chosenFileInput}
      send={async ({ file: { name, content } }, key) => {
        const { uploadId } = await choose.mutateAsync({ file: content, fileName: name, measureId, key });
        router.push(`/measures/${measureId}/import/${uploadId}`);
      }}
    >
      <FileField
        name="file"
        label="Choose a file"
        hint="CSV or Excel (XLSX), smaller than 10MB"
        accept=".csv,.tsv,.txt,.xlsx"
        mostBytes={MAX_BYTES}
      />
      <SubmitButton meanwhile={reading}>Look at this file</SubmitButton>
    </Form>
  );
}
