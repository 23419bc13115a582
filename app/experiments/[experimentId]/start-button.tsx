"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";

export function StartButton({ experimentId }: { experimentId: string }) {
  const start = useMutation(useTRPC().experiments.start.mutationOptions());
  return (
    <ActButton
      send={(key) => start.mutateAsync({ experimentId, key })}
      then={`/experiments/${experimentId}?said=started`}
    >
      Start the experiment
    </ActButton>
  );
}
