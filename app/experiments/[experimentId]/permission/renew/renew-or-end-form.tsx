"use client";

import type { z } from "zod";
import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { type Keyed, useChange } from "@/app/use-change";
import { atTheEndInput } from "@/server/permissions/asking/input";

type RenewOrEndFormProps = {
  experimentId: string;
  requestId: string;
  /** Version of the draft request, which takes the reason. */
  draftVersion: number;
  renewalNumber: number;
};

/** Asking for longer and letting it end take the same number of clicks. */
export function RenewOrEndForm({ experimentId, requestId, draftVersion, renewalNumber }: RenewOrEndFormProps) {
  const { permissions } = useTRPCClient();
  const renewOrEnd = ({ choice, reason, key }: Keyed<z.infer<typeof atTheEndInput>>) => {
    const draft = { renewsId: requestId, whyLonger: reason ?? "", version: draftVersion };
    return choice === "longer"
      ? permissions.renewInDraft.mutate({ ...draft, experimentId, key })
      : permissions.letItEnd.mutate({ requestId, reason, experimentId, key });
  };
  const change = useChange(renewOrEnd, {
    to: (_, { choice }) =>
      choice === "longer"
        ? `/experiments/${experimentId}/permission/ask?renews=${requestId}`
        : `/experiments/${experimentId}/permission/renew`,
    notice: (_, { choice }) => (choice === "longer" ? undefined : "permission let end"),
  });
  return (
    <Form schema={atTheEndInput} change={change} defaultValues={{ requestId }}>
      <RadiosField
        name="choice"
        label="What happens next?"
        choices={[
          {
            value: "longer",
            label: "Ask for longer",
            hint: renewalNumber > 1 ? `Renewal ${renewalNumber}` : undefined,
          },
          { value: "let it end", label: "Let it end" },
        ]}
      />
      <TextAreaField name="reason" label="Why?" hint="Needed to ask for longer" />
      <HiddenField name="requestId" value={requestId} />
      <SubmitButton>Continue</SubmitButton>
    </Form>
  );
}
