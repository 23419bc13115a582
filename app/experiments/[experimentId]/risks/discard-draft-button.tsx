"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";

type DiscardDraftButtonProps = { experimentId: string; draftId: string; harm: string };

export function DiscardDraftButton({ experimentId, draftId, harm }: DiscardDraftButtonProps) {
  const change = useChange(useTRPCClient().risks.dropDraft.mutate, { with: { experimentId, draftId } });
  return (
    <ChangeButton change={change} look="secondary">
      Put it aside<span className="sr-only">: {harm}</span>
    </ChangeButton>
  );
}
