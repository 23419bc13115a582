"use client";

import { v4 as uuid } from "uuid";
import { useTRPCClient } from "@/app/trpc";

/** Sends the invitation e-mail after someone was added, and returns whether the mail server took it. They are added in any case. */
export function useInvitation(systemId: string): (personId: string) => Promise<boolean> {
  const { admin } = useTRPCClient();
  return (personId) =>
    admin.people.sendInvitation.mutate({ systemId, personId, key: uuid() }).then(
      () => true,
      () => false,
    );
}
