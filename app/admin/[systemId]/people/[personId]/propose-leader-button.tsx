"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";

type ProposeLeaderButtonProps = { systemId: string; personId: string; membershipId: string };

export function ProposeLeaderButton(target: ProposeLeaderButtonProps) {
  const change = useChange(useTRPCClient().admin.people.proposeLeader.mutate, {
    with: target,
    to: `/admin/${target.systemId}/people/${target.personId}`,
    notice: "leader proposed",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Propose that they answer for it
    </ChangeButton>
  );
}
