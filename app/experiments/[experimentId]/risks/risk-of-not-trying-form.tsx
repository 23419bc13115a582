"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { riskOfNotTryingInput } from "@/server/risks/input";
import { afterSaving } from "../after-saving";

type RiskOfNotTryingFormProps = { experimentId: string; from?: string; riskOfNotTrying: string | null };

export function RiskOfNotTryingForm({ experimentId, from, riskOfNotTrying }: RiskOfNotTryingFormProps) {
  const change = useChange(useTRPCClient().risks.setRiskOfNotTrying.mutate, {
    with: { experimentId },
    to: afterSaving({ experimentId, from }, "/risks"),
    notice: "risk of not trying",
  });
  return (
    <Form schema={riskOfNotTryingInput} change={change} defaultValues={{ riskOfNotTrying }}>
      <TextAreaField name="riskOfNotTrying" label="What goes wrong today if nobody tries?" />
      <SubmitButton look="secondary">Save the risk of not trying</SubmitButton>
    </Form>
  );
}
