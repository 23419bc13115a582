"use client";

import { address } from "@/app/address";
import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { recordRiskInput } from "@/server/risks/input";
import { RiskFields } from "../risk-form";

type RecordRiskFormProps = { experimentId: string; from?: string; takingPart: Choice<string>[] };

export function RecordRiskForm({ experimentId, from, takingPart }: RecordRiskFormProps) {
  const change = useChange(useTRPCClient().risks.record.mutate, {
    with: { experimentId },
    to: address(`/experiments/${experimentId}/risks`, { from }),
    notice: "risk recorded",
  });
  return (
    <Form schema={recordRiskInput} change={change}>
      <RiskFields takingPart={takingPart} />
      <SubmitButton>Save this risk</SubmitButton>
    </Form>
  );
}
