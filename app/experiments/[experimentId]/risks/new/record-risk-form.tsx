"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { recordRiskInput } from "@/server/risks/input";
import { RiskFields } from "../risk-form";

type RecordRiskFormProps = { experimentId: string; from?: string; takingPart: Choice<string>[] };

export function RecordRiskForm({ experimentId, from, takingPart }: RecordRiskFormProps) {
  const router = useRouter();
  const record = useMutation(useTRPC().risks.record.mutationOptions());
  const send = async (risk: z.infer<typeof recordRiskInput>, key: string) => {
    await record.mutateAsync({ ...risk, experimentId, key });
    router.push(`/experiments/${experimentId}/risks?said=risk-recorded${from ? `&from=${from}` : ""}`);
    router.refresh();
  };
  return (
    <Form schema={recordRiskInput} send={send}>
      <RiskFields takingPart={takingPart} />
      <SubmitButton>Save this risk</SubmitButton>
    </Form>
  );
}
