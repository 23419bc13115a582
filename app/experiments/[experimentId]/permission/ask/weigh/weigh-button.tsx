"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";

export function WeighButton({ experimentId }: { experimentId: string }) {
  const change = useChange(useTRPCClient().permissions.weigh.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}/permission/ask/check`,
  });
  return (
    <ChangeButton change={change} look="reverse">
      Go on to check and send
    </ChangeButton>
  );
}
