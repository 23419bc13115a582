"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { type EditRiskInput, editRiskInput, type RiskToEdit } from "@/server/risks/input";
import { RiskFields } from "../risk-form";

type EditRiskFormProps = { experimentId: string; from?: string; risk: RiskToEdit; takingPart: Choice<string>[] };

export function EditRiskForm({ experimentId, from, risk, takingPart }: EditRiskFormProps) {
  const router = useRouter();
  const edit = useMutation(useTRPC().risks.edit.mutationOptions());
  const send = async (changed: EditRiskInput, key: string) => {
    await edit.mutateAsync({ ...changed, experimentId, key });
    router.push(`/experiments/${experimentId}/risks?said=risk-changed${from ? `&from=${from}` : ""}`);
    router.refresh();
  };
  return (
    <Form schema={editRiskInput} send={send} defaultValues={risk}>
      <RiskFields takingPart={takingPart} />
      <HiddenField name="version" value={risk.version} />
      <HiddenField name="riskId" value={risk.riskId} />
      <SubmitButton>Save this risk</SubmitButton>
    </Form>
  );
}

export function RemoveRiskButton({ experimentId, riskId }: { experimentId: string; riskId: string }) {
  const remove = useMutation(useTRPC().risks.remove.mutationOptions());
  return (
    <ActButton
      look="secondary"
      send={(key) => remove.mutateAsync({ experimentId, riskId, key })}
      then={`/experiments/${experimentId}/risks?said=risk-removed`}
    >
      Take this risk off the list
    </ActButton>
  );
}
