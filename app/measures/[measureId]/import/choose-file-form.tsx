"use client";

import type { z } from "zod";
import { useTRPCClient } from "@/app/trpc";
import { FileField } from "@/app/ui/file-field";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { type Keyed, useChange } from "@/app/use-change";
import { chosenFileInput, MAX_BYTES } from "@/server/imports/input";

const reading = "Reading. A large file takes some seconds.";

export function ChooseFileForm({ measureId }: { measureId: string }) {
  const { imports } = useTRPCClient();
  const choose = ({ file: { name, content }, ...keyed }: Keyed<z.infer<typeof chosenFileInput>>) =>
    imports.chooseFile.mutate({ ...keyed, file: content, fileName: name, measureId });
  const change = useChange(choose, { to: ({ uploadId }) => `/measures/${measureId}/import/${uploadId}` });
  return (
    <Form schema={chosenFileInput} change={change}>
      <FileField
        name="file"
        label="Choose a file"
        hint="CSV or Excel (XLSX), smaller than 10MB"
        accept=".csv,.tsv,.txt,.xlsx"
        maxBytes={MAX_BYTES}
      />
      <SubmitButton busyText={reading}>Look at this file</SubmitButton>
    </Form>
  );
}
