"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";

type AcceptButtonProps = { experimentId: string; answerId: string; organisation: string };

/** The team takes a yes as the leader gave it. */
export function AcceptButton({ experimentId, answerId, organisation }: AcceptButtonProps) {
  const accept = useMutation(useTRPC().permissions.acceptConditions.mutationOptions());
  return (
    <ActButton
      send={(key) => accept.mutateAsync({ experimentId, answerId, key })}
      then={`/experiments/${experimentId}/permission?said=accepted`}
    >
      Accept what {organisation} says
    </ActButton>
  );
}
