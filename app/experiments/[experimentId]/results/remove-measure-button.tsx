"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";

type RemoveMeasureButtonProps = { experimentId: string; measureId: string; measure: string };

export function RemoveMeasureButton({ experimentId, measureId, measure }: RemoveMeasureButtonProps) {
  const change = useChange(useTRPCClient().measures.takeOffExperiment.mutate, {
    with: { experimentId, measureId },
    to: `/experiments/${experimentId}/results`,
    notice: "measure taken off",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Take it off<span className="sr-only">: {measure}</span>
    </ChangeButton>
  );
}
