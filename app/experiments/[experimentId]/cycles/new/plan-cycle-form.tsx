"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { type PlanCycleInput, planCycleInput } from "@/server/cycles/input";
import { PlanFields } from "../cycle-fields";

export function PlanCycleForm({ experimentId }: { experimentId: string }) {
  const router = useRouter();
  const plan = useMutation(useTRPC().cycles.plan.mutationOptions());
  const send = async (cycle: PlanCycleInput, key: string) => {
    await plan.mutateAsync({ ...cycle, experimentId, key });
    router.push(`/experiments/${experimentId}/cycles?said=cycle-planned`);
    router.refresh();
  };
  return (
    <Form schema={planCycleInput} send={send}>
      <PlanFields />
      <SubmitButton>Save this cycle</SubmitButton>
    </Form>
  );
}
