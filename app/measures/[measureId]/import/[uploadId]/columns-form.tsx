"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { type ColumnsInput, columnsInput } from "@/server/imports/input";

type ColumnsFormProps = {
  target: { measureId: string; uploadId: string; version: number };
  header: readonly string[];
  columns: ColumnsInput;
  /** Choices for files without an organisation column: every row belongs to this organisation. */
  wholes: readonly { value: string; label: string }[];
  divided: boolean;
  /** Whether this is the next step. */
  next: boolean;
};

export function ColumnsForm({ target, header, columns, wholes, divided, next }: ColumnsFormProps) {
  const change = useChange(useTRPCClient().imports.chooseColumns.mutate, { with: target });
  const names = header.map((label, index) => ({ value: String(index), label }));
  return (
    <Form schema={columnsInput} change={change} defaultValues={columns}>
      <SelectField name="periodColumn" label="Period" choices={names} />
      <SelectField name="contributorColumn" label="Whose result" choices={[...wholes, ...names]} />
      {divided ? (
        <>
          <SelectField name="numeratorColumn" label="How many" choices={names} />
          <SelectField
            name="lessColumn"
            label="Less"
            hint="Taken off how many, where people counted the others"
            choices={names}
            optional
          />
          <SelectField name="denominatorColumn" label="Out of how many" choices={names} />
        </>
      ) : (
        <SelectField name="valueColumn" label="Result" choices={names} />
      )}
      <SubmitButton look={next ? "primary" : "secondary"}>Use these columns</SubmitButton>
    </Form>
  );
}
