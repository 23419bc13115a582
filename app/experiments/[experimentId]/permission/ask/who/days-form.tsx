"use client";

import { useTRPCClient } from "@/app/trpc";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { saveDraftInput } from "@/server/permissions/asking/draft-input";

type DaysFormProps = {
  experimentId: string;
  draft: { fromOn: string | null; endsOn: string | null; boardId: string | null; version: number };
  /** The boards to choose from, if one is needed. */
  boards: { id: string; name: string }[];
};

/** Saves a partial answer too; the task list shows what is missing. */
export function DaysForm({ experimentId, draft, boards }: DaysFormProps) {
  const change = useChange(useTRPCClient().permissions.saveDraft.mutate, {
    with: { experimentId },
    to: ({ ready }) => `/experiments/${experimentId}/permission/ask${ready ? "/check" : ""}`,
    notice: "draft kept",
  });
  const { fromOn, endsOn, boardId, version } = draft;
  const defaultValues = {
    fromOn: fromOn ?? undefined,
    endsOn: endsOn ?? undefined,
    boardId: boardId ?? undefined,
    version,
  };
  return (
    <Form schema={saveDraftInput} change={change} defaultValues={defaultValues}>
      <DateField name="fromOn" label="From which day?" hint="For example, 27 9 2026" />
      <DateField
        name="endsOn"
        label="Until the end of which day?"
        hint="For example, 31 12 2026. Longer is a new request later"
      />
      {boards.length > 1 && (
        <RadiosField
          name="boardId"
          label="Which board is asked as well?"
          choices={boards.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <HiddenField name="version" value={version} />
      <SubmitButton>Save and go on</SubmitButton>
    </Form>
  );
}
