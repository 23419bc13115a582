"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";

export function ShareButton({ experimentId }: { experimentId: string }) {
  const share = useMutation(useTRPC().experiments.share.mutationOptions());
  return (
    <ActButton
      look="secondary"
      send={(key) => share.mutateAsync({ experimentId, key })}
      then={`/experiments/${experimentId}?said=shared`}
    >
      Show it to everyone in the system
    </ActButton>
  );
}
