"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";

/** Until the rows are saved; afterwards there is nothing to call off. */
export function CallOffButton({ which }: { which: { measureId: string; uploadId: string } }) {
  const callOff = useMutation(useTRPC().imports.callOff.mutationOptions());
  return (
    <ActButton look="secondary" send={(key) => callOff.mutateAsync({ ...which, key })}>
      Call this off
    </ActButton>
  );
}
