"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { editRiskInput } from "@/server/risks/input";
import { RiskFields } from "../risk-form";

type EditRiskFormProps = {
  from?: string;
  risk: z.input<typeof editRiskInput> & { experimentId: string };
  takingPart: Choice<string>[];
};

export function EditRiskForm({ from, risk, takingPart }: EditRiskFormProps) {
  const router = useRouter();
  const edit = useMutation(useTRPC().risks.edit.mutationOptions());
  const { experimentId } = risk;
  const { harm, whoIsAffected, domain, consequence, likelihood, controls, earlyWarning, carriedBy, version, riskId } =
    risk;
  const send = async (changed: z.infer<typeof editRiskInput>, key: string) => {
    await edit.mutateAsync({ ...changed, experimentId, key });
    router.push(`/experiments/${experimentId}/risks?said=risk-changed${from ? `&from=${from}` : ""}`);
    router.refresh();
  };
  const now = {
    harm,
    whoIsAffected,
    domain,
    consequence,
    likelihood,
    controls,
    earlyWarning,
    carriedBy,
    version,
    riskId,
  };
  return (
    <Form schema={editRiskInput} send={send} defaultValues={now}>
      <RiskFields takingPart={takingPart} />
      <HiddenField name="version" value={version} />
      <HiddenField name="riskId" value={riskId} />
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
