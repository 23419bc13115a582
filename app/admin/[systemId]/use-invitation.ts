"use client";

import { useMutation } from "@tanstack/react-query";
import { v4 as uuid } from "uuid";
import { useTRPC } from "@/app/trpc";

/** Sends the e-mail after someone was added, and says whether the mail server took it: they are added in any case. */
export function useInvitation(systemId: string): (personId: string) => Promise<boolean> {
  const sendInvitation = useMutation(useTRPC().admin.people.sendInvitation.mutationOptions());
  return (personId) =>
    sendInvitation.mutateAsync({ systemId, personId, key: uuid() }).then(
      () => true,
      () => false,
    );
}
