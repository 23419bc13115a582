"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";

/** Cancels an upload, until its rows are saved. */
export function CallOffButton({ target }: { target: { measureId: string; uploadId: string } }) {
  const change = useChange(useTRPCClient().imports.callOff.mutate, { with: target });
  return (
    <ChangeButton change={change} look="secondary">
      Call this off
    </ChangeButton>
  );
}
