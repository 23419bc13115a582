"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";

export function ShareButton({ experimentId }: { experimentId: string }) {
  const change = useChange(useTRPCClient().experiments.share.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}`,
    notice: "experiment shared",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Show it to everyone in the system
    </ChangeButton>
  );
}
