"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { EmailField } from "@/app/ui/email-field";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { invitePersonInput } from "@/server/admin/people/input";
import { useInvitation } from "../../use-invitation";
import { MembershipFields, type OrganisationChoice } from "../membership-fields";

type InviteFormProps = { systemId: string; organisations: OrganisationChoice[]; today: string };

export function InviteForm({ systemId, organisations, today }: InviteFormProps) {
  const router = useRouter();
  const invite = useMutation(useTRPC().admin.people.invite.mutationOptions());
  const wasSent = useInvitation(systemId);
  const send = async (invited: z.infer<typeof invitePersonInput>, key: string) => {
    const { personId } = await invite.mutateAsync({ ...invited, systemId, key });
    router.push(`/admin/${systemId}/people/${personId}?done=${(await wasSent(personId)) ? "invited" : "not-sent"}`);
    router.refresh();
  };
  return (
    <Form schema={invitePersonInput} send={send} defaultValues={{ role: "member", fromOn: today, team: "", job: "" }}>
      <EmailField name="email" label="Their e-mail address" />
      <TextField name="name" label="Their name" />
      <TextField name="job" label="Their job" hint="Such as ward sister or medical director" optional />
      <MembershipFields organisations={organisations} />
      <SubmitButton>Invite them</SubmitButton>
    </Form>
  );
}
