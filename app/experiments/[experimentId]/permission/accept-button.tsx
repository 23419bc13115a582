"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";

type AcceptButtonProps = { experimentId: string; answerId: string; organisation: string };

/** The team accepts the conditions of a yes. */
export function AcceptButton({ experimentId, answerId, organisation }: AcceptButtonProps) {
  const change = useChange(useTRPCClient().permissions.acceptConditions.mutate, {
    with: { experimentId, answerId },
    to: `/experiments/${experimentId}/permission`,
    notice: "conditions accepted",
  });
  return <ChangeButton change={change}>Accept what {organisation} says</ChangeButton>;
}
