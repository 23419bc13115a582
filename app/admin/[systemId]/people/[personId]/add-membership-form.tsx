"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { addMembershipInput } from "@/server/admin/people/input";
import { MembershipFields, type OrganisationChoice } from "../membership-fields";

type AddMembershipFormProps = {
  systemId: string;
  personId: string;
  organisations: OrganisationChoice[];
  today: string;
};

export function AddMembershipForm({ systemId, personId, organisations, today }: AddMembershipFormProps) {
  const change = useChange(useTRPCClient().admin.people.addMembership.mutate, {
    with: { systemId, personId },
    to: `/admin/${systemId}/people/${personId}`,
    notice: (_, { role }) => (role === "leader" ? "leader proposed" : "membership added"),
  });
  return (
    <Form
      schema={addMembershipInput}
      change={change}
      defaultValues={{ role: "member", fromOn: today, team: "" }}
      clears
    >
      <MembershipFields organisations={organisations} />
      <SubmitButton look="secondary">Add this</SubmitButton>
    </Form>
  );
}
