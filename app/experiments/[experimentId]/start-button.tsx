"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";

export function StartButton({ experimentId }: { experimentId: string }) {
  const change = useChange(useTRPCClient().experiments.start.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}`,
    notice: "experiment started",
  });
  return <ChangeButton change={change}>Start the experiment</ChangeButton>;
}
