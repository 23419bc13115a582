"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { EmailField } from "@/app/ui/email-field";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { useChange } from "@/app/use-change";
import { linkInput, unlinkInput } from "@/server/admin/people/input";

type PersonInSystem = { systemId: string; personId: string };

/** Links two accounts of one person; the other's address is known on the list of likely pairs. */
export function LinkForm({ systemId, personId, email }: PersonInSystem & { email?: string }) {
  const change = useChange(useTRPCClient().admin.people.link.mutate, {
    with: { systemId, personId },
    to: email ? `/admin/${systemId}/people/same` : `/admin/${systemId}/people/${personId}`,
    notice: "accounts linked",
  });
  return (
    <Form schema={linkInput} change={change} defaultValues={{ email: email ?? "" }}>
      {email ? (
        <HiddenField name="email" value={email} />
      ) : (
        <EmailField name="email" label="The other account's e-mail address" />
      )}
      <TextField name="reason" label="How do you know?" hint="Both accounts get a letter with this" />
      <SubmitButton look="secondary">Same person: link them</SubmitButton>
    </Form>
  );
}

export function UnlinkForm({ systemId, personId }: PersonInSystem) {
  const change = useChange(useTRPCClient().admin.people.unlink.mutate, {
    with: { systemId, personId },
    to: `/admin/${systemId}/people/${personId}`,
    notice: "accounts unlinked",
  });
  return (
    <Form schema={unlinkInput} change={change}>
      <TextField name="reason" label="Why are they two people?" hint="Both accounts get a letter with this" />
      <SubmitButton look="secondary">Unlink this account</SubmitButton>
    </Form>
  );
}

export function KeepApartButton({ systemId, personId, otherId }: PersonInSystem & { otherId: string }) {
  const change = useChange(useTRPCClient().admin.people.keepApart.mutate, {
    with: { systemId, personId, otherId },
    to: `/admin/${systemId}/people/same`,
    notice: "accounts kept apart",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Not the same person
    </ChangeButton>
  );
}
