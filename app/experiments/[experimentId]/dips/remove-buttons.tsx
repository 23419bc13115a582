"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";

type RemoveDip = { experimentId: string; dipId: string; measure: string };

export function RemoveDipButton({ experimentId, dipId, measure }: RemoveDip) {
  const remove = useMutation(useTRPC().dips.removeDip.mutationOptions());
  return (
    <ActButton look="secondary" send={(key) => remove.mutateAsync({ experimentId, dipId, key })}>
      Take off<span className="sr-only"> the expected dip of {measure}</span>
    </ActButton>
  );
}

type RemoveRule = { experimentId: string; stopRuleId: string; words: string };

export function RemoveRuleButton({ experimentId, stopRuleId, words }: RemoveRule) {
  const remove = useMutation(useTRPC().dips.removeStopRule.mutationOptions());
  return (
    <ActButton look="secondary" send={(key) => remove.mutateAsync({ experimentId, stopRuleId, key })}>
      Take off<span className="sr-only"> the rule: {words}</span>
    </ActButton>
  );
}
