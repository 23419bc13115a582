"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";

type PersonInSystem = { systemId: string; personId: string };

export function SendInvitationButton(target: PersonInSystem) {
  const change = useChange(useTRPCClient().admin.people.sendInvitation.mutate, {
    with: target,
    to: `/admin/${target.systemId}/people/${target.personId}`,
    notice: "invitation sent",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Send them a link to sign in
    </ChangeButton>
  );
}

export function SuspendButton(target: PersonInSystem) {
  const change = useChange(useTRPCClient().admin.people.suspend.mutate, {
    with: target,
    to: `/admin/${target.systemId}/people/${target.personId}`,
    notice: "person suspended",
  });
  return (
    <ChangeButton change={change} look="warning">
      Suspend them
    </ChangeButton>
  );
}

export function LiftSuspensionButton(target: PersonInSystem) {
  const change = useChange(useTRPCClient().admin.people.liftSuspension.mutate, {
    with: target,
    to: `/admin/${target.systemId}/people/${target.personId}`,
    notice: "suspension lifted",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Let them sign in again
    </ChangeButton>
  );
}
