"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";

type RemoveDipButtonProps = { experimentId: string; dipId: string; measure: string };

export function RemoveDipButton({ experimentId, dipId, measure }: RemoveDipButtonProps) {
  const change = useChange(useTRPCClient().dips.removeDip.mutate, { with: { experimentId, dipId } });
  return (
    <ChangeButton change={change} look="secondary">
      Take off<span className="sr-only"> the expected dip of {measure}</span>
    </ChangeButton>
  );
}

type RemoveRuleButtonProps = { experimentId: string; stopRuleId: string; words: string };

export function RemoveRuleButton({ experimentId, stopRuleId, words }: RemoveRuleButtonProps) {
  const change = useChange(useTRPCClient().dips.removeStopRule.mutate, { with: { experimentId, stopRuleId } });
  return (
    <ChangeButton change={change} look="secondary">
      Take off<span className="sr-only"> the rule: {words}</span>
    </ChangeButton>
  );
}
