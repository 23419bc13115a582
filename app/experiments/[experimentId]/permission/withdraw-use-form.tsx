"use client";

import { useTRPCClient } from "@/app/trpc";
import { Details } from "@/app/ui/details";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { withdrawUseInput } from "@/server/standing/input";

type WithdrawUseFormProps = { experimentId: string; useId: string; organisation: string };

/** A leader withdraws the standing permission for this experiment only. */
export function WithdrawUseForm({ experimentId, useId, organisation }: WithdrawUseFormProps) {
  const change = useChange(useTRPCClient().standing.withdrawUse.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}/permission`,
    notice: "permission withdrawn",
  });
  return (
    <Details summary={`Let this one ask first in ${organisation}`}>
      <Form schema={withdrawUseInput} change={change}>
        <TextAreaField
          name="reason"
          label="Why should it ask first?"
          hint="It is not covered from now on, and the team reads your words"
        />
        <HiddenField name="useId" value={useId} />
        <SubmitButton look="secondary">Let it ask first</SubmitButton>
      </Form>
    </Details>
  );
}
