"use client";

import { useMutation } from "@tanstack/react-query";
import type { Route } from "next";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";

type TakeOffButtonProps = { experimentId: string; measureId: string; measure: string };

export function TakeOffButton({ experimentId, measureId, measure }: TakeOffButtonProps) {
  const takeOff = useMutation(useTRPC().measures.takeOffExperiment.mutationOptions());
  return (
    <ActButton
      look="secondary"
      send={(key) => takeOff.mutateAsync({ experimentId, measureId, key })}
      then={`/experiments/${experimentId}/results?said=taken-off` as Route}
    >
      Take it off<span className="sr-only">: {measure}</span>
    </ActButton>
  );
}
