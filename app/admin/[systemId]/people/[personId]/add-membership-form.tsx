"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { addMembershipInput } from "@/server/admin/people/input";
import { MembershipFields, type OrganisationChoice } from "../membership-fields";

type AddMembershipFormProps = {
  systemId: string;
  personId: string;
  organisations: OrganisationChoice[];
  today: string;
};

export function AddMembershipForm({ systemId, personId, organisations, today }: AddMembershipFormProps) {
  const router = useRouter();
  const add = useMutation(useTRPC().admin.people.addMembership.mutationOptions());
  const send = async (membership: z.infer<typeof addMembershipInput>, key: string) => {
    await add.mutateAsync({ ...membership, systemId, personId, key });
    router.push(`/admin/${systemId}/people/${personId}?done=membership`);
    router.refresh();
  };
  return (
    <Form schema={addMembershipInput} send={send} defaultValues={{ role: "member", fromOn: today, team: "" }} clears>
      <MembershipFields organisations={organisations} />
      <SubmitButton look="secondary">Add this</SubmitButton>
    </Form>
  );
}
