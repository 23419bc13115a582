"use client";

import { useState } from "react";
import type { z } from "zod";
import { useTRPCClient } from "@/app/trpc";
import { EmailField } from "@/app/ui/email-field";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { type Keyed, useChange } from "@/app/use-change";
import { invitePersonInput } from "@/server/admin/people/input";
import { useInvitation } from "../../use-invitation";
import { accountInWords } from "../account-in-words";
import { MembershipFields, type OrganisationChoice } from "../membership-fields";

type LikelyAccount = { id: string; name: string; job: string | null; email: string | null; works: string[] };

type InviteFormProps = { systemId: string; organisations: OrganisationChoice[]; today: string };

export function InviteForm({ systemId, organisations, today }: InviteFormProps) {
  const { admin } = useTRPCClient();
  const [likely, setLikely] = useState<LikelyAccount[]>([]);
  const wasSent = useInvitation(systemId);
  const invite = async (invited: Keyed<z.infer<typeof invitePersonInput>>) => {
    const { personId } = await admin.people.invite.mutate({ ...invited, systemId }).catch(async (problem) => {
      const { name, email, job } = invited;
      setLikely(await admin.people.likely.query({ systemId, name, email, job }).catch(() => []));
      throw problem;
    });
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
      {likely.length > 0 && (
        <RadiosField
          name="whoIsIt"
          label="Is it the same person?"
          choices={[
            ...likely.flatMap((known) => [
              { value: `same ${known.id}`, label: "Same person: use that account", hint: accountInWords(known) },
              {
                value: `second ${known.id}`,
                label: "Same person with a second account: link them",
                hint: accountInWords(known),
              },
            ]),
            { value: "someone else", label: "Someone else" },
          ]}
        />
      )}
      <MembershipFields organisations={organisations} />
      <SubmitButton>Invite them</SubmitButton>
    </Form>
  );
}
