"use client";

import type { z } from "zod";
import { useTRPCClient } from "@/app/trpc";
import { EmailField } from "@/app/ui/email-field";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { type Keyed, useChange } from "@/app/use-change";
import { invitePersonInput } from "@/server/admin/people/input";
import { useInvitation } from "../../use-invitation";
import { MembershipFields, type OrganisationChoice } from "../membership-fields";

type InviteFormProps = { systemId: string; organisations: OrganisationChoice[]; today: string };

export function InviteForm({ systemId, organisations, today }: InviteFormProps) {
  const { admin } = useTRPCClient();
  const wasSent = useInvitation(systemId);
  const invite = async (invited: Keyed<z.infer<typeof invitePersonInput>>) => {
    const { personId } = await admin.people.invite.mutate({ ...invited, systemId });
    return { personId, sent: await wasSent(personId) };
  };
  const change = useChange(invite, {
    to: ({ personId }) => `/admin/${systemId}/people/${personId}`,
    notice: ({ sent }) => (sent ? "person invited" : "invitation not sent"),
  });
  return (
    <Form
      schema={invitePersonInput}
      change={change}
      defaultValues={{ role: "member", fromOn: today, team: "", job: "" }}
    >
      <EmailField name="email" label="Their e-mail address" />
      <TextField name="name" label="Their name" />
      <TextField name="job" label="Their job" hint="Such as ward sister or medical director" optional />
      <MembershipFields organisations={organisations} />
      <SubmitButton>Invite them</SubmitButton>
    </Form>
  );
}
