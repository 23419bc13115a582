"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";

type PutAsideButtonProps = { experimentId: string; draftId: string; harm: string };

export function PutAsideButton({ experimentId, draftId, harm }: PutAsideButtonProps) {
  const change = useChange(useTRPCClient().risks.dropDraft.mutate, { with: { experimentId, draftId } });
  return (
    <ChangeButton change={change} look="secondary">
      Put it aside<span className="sr-only">: {harm}</span>
    </ChangeButton>
  );
}
