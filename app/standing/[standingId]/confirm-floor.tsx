"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";

export function ConfirmFloor({ systemId, standingId }: { systemId: string; standingId: string }) {
  const change = useChange(useTRPCClient().standing.confirm.mutate, {
    with: { systemId, standingId },
    to: `/standing/${standingId}`,
    notice: "floor confirmed",
  });
  return <ChangeButton change={change}>Confirm it for everyone</ChangeButton>;
}
