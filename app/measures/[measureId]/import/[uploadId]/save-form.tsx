"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { useChange } from "@/app/use-change";
import { pluralise } from "@/server/format";
import { saveInput } from "@/server/imports/input";

type SaveFormProps = {
  target: { measureId: string; uploadId: string; version: number };
  good: number;
  different: number;
};

/** Saves the valid rows; where a different result exists already, it asks once what to do with those. */
export function SaveForm({ target, good, different }: SaveFormProps) {
  const change = useChange(useTRPCClient().imports.save.mutate, { with: target });
  return (
    <Form
      schema={saveInput}
      change={change}
      defaultValues={{ different: different > 0 ? undefined : "leave", reason: "" }}
    >
      {different > 0 && (
        <RadiosField
          name="different"
          label={`What happens to the ${pluralise(different, "result")} there already?`}
          choices={[
            { value: "leave", label: "Leave them as they are" },
            {
              value: "replace",
              label: "Replace them. The earlier ones stay readable",
              // biome-ignore lint/suspicious/noThenProperty: what the radios show below a choice; nothing awaits it
              then: <TextField name="reason" label="Why are they replaced?" hint="A few words" />,
            },
          ]}
        />
      )}
      <SubmitButton>{good > 0 ? `Save the ${pluralise(good, "good row")}` : "Save"}</SubmitButton>
    </Form>
  );
}
