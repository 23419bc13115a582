"use client";

import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Details } from "@/app/ui/details";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { withdrawInput } from "@/server/permissions/answering/input";
import { takeBackInput } from "@/server/permissions/asking/input";

type RequestProps = { experimentId: string; requestId: string };

/** The team withdraws its request. */
export function TakeBackForm({ experimentId, requestId }: RequestProps) {
  const change = useChange(useTRPCClient().permissions.takeBack.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}/permission`,
    notice: "request taken back",
  });
  return (
    <Details summary="Take this request back">
      <Form schema={takeBackInput} change={change} defaultValues={{ requestId }}>
        <TextAreaField
          name="reason"
          label="Why do you take it back?"
          hint="Permission already given for it ends too. The leaders are told"
        />
        <HiddenField name="requestId" value={requestId} />
        <SubmitButton look="secondary">Take the request back</SubmitButton>
      </Form>
    </Details>
  );
}

/** A leader withdraws a permission, with immediate effect. */
export function WithdrawForm({
  experimentId,
  requestId,
  organisations,
}: RequestProps & { organisations: Choice<string>[] }) {
  const change = useChange(useTRPCClient().permissions.withdraw.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}/permission`,
    notice: "permission withdrawn",
  });
  const [only] = organisations;
  return (
    <Details summary="Take a permission back">
      <Form schema={withdrawInput} change={change} defaultValues={{ requestId, organisationId: only?.value }}>
        {organisations.length > 1 && (
          <RadiosField name="organisationId" label="Which permission?" choices={organisations} />
        )}
        <TextAreaField
          name="reason"
          label="Why do you take it back?"
          hint="What it covers stops now, and the team is told at once"
        />
        <HiddenField name="requestId" value={requestId} />
        <SubmitButton look="secondary">Take the permission back</SubmitButton>
      </Form>
    </Details>
  );
}
