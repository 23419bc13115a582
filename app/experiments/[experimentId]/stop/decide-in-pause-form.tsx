"use client";

import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { decideInPauseInput } from "@/server/permissions/answering/input";

const choices = [
  { value: "keep paused", label: "Keep it paused" },
  { value: "end permission", label: "End our permission" },
] as const;
const goOn = { value: "go on", label: "Let it go on" } as const;
const notYet = "Not yet: its team has not said what was done about it";

type DecideInPauseFormProps = {
  experimentId: string;
  organisations: Choice<string>[];
  /** Whether the team has reported a fix. */
  fixed: boolean;
};

/** A leader decides, for their organisation, how a paused experiment goes on. */
export function DecideInPauseForm({ experimentId, organisations, fixed }: DecideInPauseFormProps) {
  const change = useChange(useTRPCClient().permissions.decideInPause.mutate, {
    with: { experimentId },
    to: (_, { decision }) => `/experiments/${experimentId}${decision === "go on" ? "" : "/stop"}`,
    notice: (_, { decision }) => `decided to ${decision}`,
  });
  return (
    <Form schema={decideInPauseInput} change={change} defaultValues={{ organisationId: organisations[0]?.value }}>
      {organisations.length > 1 ? (
        <RadiosField name="organisationId" label="For which organisation?" choices={organisations} />
      ) : (
        <HiddenField name="organisationId" value={organisations[0]?.value ?? ""} />
      )}
      <RadiosField
        name="decision"
        label="What happens now?"
        choices={[...choices, fixed ? goOn : { ...goOn, hint: notYet }]}
      />
      <TextAreaField name="reason" label="Why?" hint="The team reads it at once" rows={2} />
      <SubmitButton>Save my decision</SubmitButton>
    </Form>
  );
}
