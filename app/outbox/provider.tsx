"use client";

import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from "react";
import { useTRPCClient } from "@/app/trpc";
import { makeOutbox, type Outbox } from "./outbox";
import type { Seen } from "./seen";
import { serverFor } from "./server";
import { canStore } from "./store";

const OutboxContext = createContext<Outbox | null>(null);

type OutboxProviderProps = { personId: string | null; isKeptPage: boolean; children: ReactNode };

/** Sends what this person left on the device, from whichever page is open. The kept page knows of no person: the device does. */
export function OutboxProvider({ personId, isKeptPage, children }: OutboxProviderProps) {
  const client = useTRPCClient();
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  useEffect(() => {
    if (!canStore()) return;
    const made = makeOutbox(serverFor(client), new BroadcastChannel("leeway"));
    setOutbox(made);
    return () => made.end();
  }, [client]);
  useEffect(() => {
    // A browser that will not open its store keeps nothing: results are sent as they are typed
    outbox?.begin(personId, isKeptPage).catch(() => setOutbox(null));
  }, [outbox, personId, isKeptPage]);
  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}

/** Null while the page has only just come, and where nothing can be kept. */
export const useOutbox = (): Outbox | null => use(OutboxContext);

const nothingToWatch = () => () => {};
const nothing = () => null;

/** What is on the device, as it changes. */
export function useSeen(): Seen | null {
  const outbox = useOutbox();
  return useSyncExternalStore<Seen | null>(outbox?.watch ?? nothingToWatch, outbox?.seen ?? nothing, nothing);
}
