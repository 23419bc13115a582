"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { planCycleInput } from "@/server/cycles/input";
import { PlanFields } from "../cycle-fields";

export function PlanCycleForm({ experimentId }: { experimentId: string }) {
  const change = useChange(useTRPCClient().cycles.plan.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}/cycles`,
    notice: "cycle planned",
  });
  return (
    <Form schema={planCycleInput} change={change}>
      <PlanFields />
      <SubmitButton>Save this cycle</SubmitButton>
    </Form>
  );
}
