"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";

export function EndSessionButton({ sessionId, startedAt }: { sessionId: string; startedAt: string }) {
  const change = useChange(useTRPCClient().people.endSession.mutate, {
    with: { sessionId },
    to: "/settings",
    notice: "session ended",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Sign it out<span className="sr-only">: the one begun {startedAt}</span>
    </ChangeButton>
  );
}

export function DisconnectButton({ provider }: { provider: string }) {
  const change = useChange(useTRPCClient().people.disconnectAccount.mutate, {
    to: "/settings",
    notice: "account disconnected",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Disconnect {provider}
    </ChangeButton>
  );
}
