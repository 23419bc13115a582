"use client";

import { useTRPCClient } from "@/app/trpc";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { endMembershipInput } from "@/server/admin/people/input";

type EndMembershipFormProps = { systemId: string; personId: string; membershipId: string; today: string };

export function EndMembershipForm({ systemId, personId, membershipId, today }: EndMembershipFormProps) {
  const change = useChange(useTRPCClient().admin.people.endMembership.mutate, {
    with: { systemId, personId, membershipId },
    to: `/admin/${systemId}/people/${personId}`,
    notice: "membership ended",
  });
  return (
    <Form schema={endMembershipInput} change={change} defaultValues={{ lastOn: today }}>
      <DateField
        name="lastOn"
        label="Their last day"
        hint="They see this organisation's work until the end of that day. Yesterday closes the door at once."
      />
      <SubmitButton look="secondary">End this membership</SubmitButton>
    </Form>
  );
}
