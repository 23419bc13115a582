"use client";

import { address } from "@/app/address";
import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { editRiskInput, type RiskToEdit } from "@/server/risks/input";
import { RiskFields } from "../risk-form";

type EditRiskFormProps = { experimentId: string; from?: string; risk: RiskToEdit; takingPart: Choice<string>[] };

export function EditRiskForm({ experimentId, from, risk, takingPart }: EditRiskFormProps) {
  const change = useChange(useTRPCClient().risks.edit.mutate, {
    with: { experimentId },
    to: address(`/experiments/${experimentId}/risks`, { from }),
    notice: "risk changed",
  });
  return (
    <Form schema={editRiskInput} change={change} defaultValues={risk}>
      <RiskFields takingPart={takingPart} />
      <HiddenField name="version" value={risk.version} />
      <HiddenField name="riskId" value={risk.riskId} />
      <SubmitButton>Save this risk</SubmitButton>
    </Form>
  );
}

export function RemoveRiskButton({ experimentId, riskId }: { experimentId: string; riskId: string }) {
  const change = useChange(useTRPCClient().risks.remove.mutate, {
    with: { experimentId, riskId },
    to: `/experiments/${experimentId}/risks`,
    notice: "risk removed",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Take this risk off the list
    </ChangeButton>
  );
}
