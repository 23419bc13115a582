"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";

type PutAsideButtonProps = { experimentId: string; draftId: string; harm: string };

export function PutAsideButton({ experimentId, draftId, harm }: PutAsideButtonProps) {
  const drop = useMutation(useTRPC().risks.dropDraft.mutationOptions());
  return (
    <ActButton look="secondary" send={(key) => drop.mutateAsync({ experimentId, draftId, key })}>
      Put it aside<span className="sr-only">: {harm}</span>
    </ActButton>
  );
}
