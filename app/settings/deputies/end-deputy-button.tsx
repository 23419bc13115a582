"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";

type EndDeputyButtonProps = { systemId: string; deputyRowId: string; deputy: string };

export function EndDeputyButton({ systemId, deputyRowId, deputy }: EndDeputyButtonProps) {
  const change = useChange(useTRPCClient().organisations.endDeputy.mutate, {
    with: { systemId, deputyRowId },
    to: "/settings/deputies",
    notice: "deputy ended",
  });
  return (
    <ChangeButton change={change} look="secondary">
      End it now<span className="sr-only">: {deputy}</span>
    </ChangeButton>
  );
}
