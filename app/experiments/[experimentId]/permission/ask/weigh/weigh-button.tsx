"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";

export function WeighButton({ experimentId }: { experimentId: string }) {
  const weigh = useMutation(useTRPC().permissions.weigh.mutationOptions());
  return (
    <ActButton
      look="reverse"
      send={(key) => weigh.mutateAsync({ experimentId, key })}
      then={`/experiments/${experimentId}/permission/ask/check`}
    >
      Go on to check and send
    </ActButton>
  );
}
