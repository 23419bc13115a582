"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { NumberField } from "@/app/ui/number-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { permissionLimitsInput } from "@/server/admin/systems/input";

type System = { id: string; answerWithinDays: number; longestPermissionMonths: number };

/** How long leaders have to answer, and how long a permission lasts at most. */
export function PermissionLimitsForm({ system }: { system: System }) {
  const { id, answerWithinDays, longestPermissionMonths } = system;
  const change = useChange(useTRPCClient().admin.systems.setPermissionLimits.mutate, {
    with: { systemId: id },
    to: `/admin/${id}`,
    notice: "permission limits saved",
  });
  return (
    <Form schema={permissionLimitsInput} change={change} defaultValues={{ answerWithinDays, longestPermissionMonths }}>
      <NumberField
        name="answerWithinDays"
        label="Within how many days are leaders asked to answer?"
        hint="After that the team sees who else can answer"
        suffix="days"
      />
      <NumberField
        name="longestPermissionMonths"
        label="How many months does a permission last at most?"
        hint="12 or fewer. What was given keeps its days"
        suffix="months"
      />
      <SubmitButton>Save</SubmitButton>
    </Form>
  );
}
