"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";

export function EndSessionButton({ sessionId, startedAt }: { sessionId: string; startedAt: string }) {
  const end = useMutation(useTRPC().people.endSession.mutationOptions());
  return (
    <ActButton look="secondary" send={(key) => end.mutateAsync({ sessionId, key })} then="/settings?done=session">
      Sign it out<span className="sr-only">: the one begun {startedAt}</span>
    </ActButton>
  );
}

export function DisconnectButton({ provider }: { provider: string }) {
  const disconnect = useMutation(useTRPC().people.disconnectAccount.mutationOptions());
  return (
    <ActButton look="secondary" send={(key) => disconnect.mutateAsync({ key })} then="/settings?done=disconnected">
      Disconnect {provider}
    </ActButton>
  );
}
