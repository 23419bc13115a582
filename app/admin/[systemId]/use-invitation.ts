"use client";

import { v4 as uuid } from "uuid";
import { useTRPCClient } from "@/app/trpc";

/** Sends the e-mail after someone was added, and says whether the mail server took it: they are added in any case. */
export function useInvitation(systemId: string): (personId: string) => Promise<boolean> {
  const { admin } = useTRPCClient();
  return (personId) =>
    admin.people.sendInvitation.mutate({ systemId, personId, key: uuid() }).then(
      () => true,
      () => false,
    );
}
