"use client";

import { z } from "zod";
import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import type { AskInput } from "@/server/permissions/asking/input";

type SendFormProps = {
  experimentId: string;
  /** As shown above the form; nothing else is sent. */
  request: AskInput;
  /** What dips of several experiments on one measure add up to. */
  combinedDips: string[];
};

const acknowledgement = z.object({ acknowledgesCombinedDips: z.boolean().optional() });

export function SendForm({ experimentId, request, combinedDips }: SendFormProps) {
  const change = useChange(useTRPCClient().permissions.ask.mutate, {
    with: { ...request, experimentId },
    to: `/experiments/${experimentId}/permission/ask/sent`,
  });
  return (
    <Form schema={acknowledgement} change={change}>
      {combinedDips.length > 0 && (
        <RadiosField
          name="acknowledgesCombinedDips"
          label="Do you know what this adds up to?"
          hint={combinedDips.join(" ")}
          choices={[{ value: true, label: "Yes, we know this" }]}
        />
      )}
      <SubmitButton>Send to the leaders</SubmitButton>
    </Form>
  );
}
