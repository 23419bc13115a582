"use client";

import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from "react";
import { useTRPCClient } from "@/app/trpc";
import type { DeviceState } from "./device-state";
import { makeOutbox, type Outbox } from "./outbox";
import { serverFor } from "./server";
import { canStore } from "./store";

const OutboxContext = createContext<Outbox | null>(null);

type OutboxProviderProps = { personId: string | null; isCachedPage: boolean; children: ReactNode };

/** Sends this person's queued results from any open page. The cached page does not know the person; the device does. */
export function OutboxProvider({ personId, isCachedPage, children }: OutboxProviderProps) {
  const client = useTRPCClient();
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  useEffect(() => {
    if (!canStore()) return;
    const newOutbox = makeOutbox(serverFor(client), new BroadcastChannel("leeway"));
    setOutbox(newOutbox);
    return () => newOutbox.end();
  }, [client]);
  useEffect(() => {
    // Without a store nothing can be queued: results are sent as they are typed
    outbox?.begin(personId, isCachedPage).catch(() => setOutbox(null));
  }, [outbox, personId, isCachedPage]);
  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}

/** Null while the page is loading, and where nothing can be stored. */
export const useOutbox = (): Outbox | null => use(OutboxContext);

const noWatch = () => () => {};
const noState = () => null;

/** The device's state, kept up to date. */
export function useDeviceState(): DeviceState | null {
  const outbox = useOutbox();
  return useSyncExternalStore<DeviceState | null>(outbox?.watch ?? noWatch, outbox?.deviceState ?? noState, noState);
}
