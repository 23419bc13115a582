"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";

type About = { systemId: string; personId: string };

export function SendInvitationButton(about: About) {
  const change = useChange(useTRPCClient().admin.people.sendInvitation.mutate, {
    with: about,
    to: `/admin/${about.systemId}/people/${about.personId}`,
    notice: "invitation sent",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Send them a link to sign in
    </ChangeButton>
  );
}

export function SuspendButton(about: About) {
  const change = useChange(useTRPCClient().admin.people.suspend.mutate, {
    with: about,
    to: `/admin/${about.systemId}/people/${about.personId}`,
    notice: "person suspended",
  });
  return (
    <ChangeButton change={change} look="warning">
      Suspend them
    </ChangeButton>
  );
}

export function LiftSuspensionButton(about: About) {
  const change = useChange(useTRPCClient().admin.people.liftSuspension.mutate, {
    with: about,
    to: `/admin/${about.systemId}/people/${about.personId}`,
    notice: "suspension lifted",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Let them sign in again
    </ChangeButton>
  );
}
