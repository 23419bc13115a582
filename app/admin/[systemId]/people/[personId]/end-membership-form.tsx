"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { endMembershipInput } from "@/server/admin/people/input";

type EndMembershipFormProps = { systemId: string; personId: string; membershipId: string; today: string };

export function EndMembershipForm({ systemId, personId, membershipId, today }: EndMembershipFormProps) {
  const router = useRouter();
  const end = useMutation(useTRPC().admin.people.endMembership.mutationOptions());
  const send = async (ending: z.infer<typeof endMembershipInput>, key: string) => {
    await end.mutateAsync({ ...ending, systemId, personId, membershipId, key });
    router.push(`/admin/${systemId}/people/${personId}?done=membership-ended`);
    router.refresh();
  };
  return (
    <Form schema={endMembershipInput} send={send} defaultValues={{ lastOn: today }}>
      <DateField
        name="lastOn"
        label="Their last day"
        hint="They see this organisation's work until the end of that day. Yesterday closes the door at once."
      />
      <SubmitButton look="secondary">End this membership</SubmitButton>
    </Form>
  );
}
