"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";

type EndDeputyButtonProps = { systemId: string; deputyRowId: string; deputy: string };

export function EndDeputyButton({ systemId, deputyRowId, deputy }: EndDeputyButtonProps) {
  const end = useMutation(useTRPC().organisations.endDeputy.mutationOptions());
  return (
    <ActButton
      look="secondary"
      send={(key) => end.mutateAsync({ systemId, deputyRowId, key })}
      then="/settings/deputies?done=deputy-ended"
    >
      End it now<span className="sr-only">: {deputy}</span>
    </ActButton>
  );
}
