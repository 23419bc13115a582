"use client";

import { useEffect, useMemo, useState } from "react";
import { Button } from "@/app/ui/button";
import type { SavedCard } from "./cards";
import { useDeviceState, useOutbox } from "./provider";
import { registerServiceWorker } from "./service-worker";
import { canStore } from "./store";

/** Saves a card for use without signal. A saved card is updated whenever its page is opened. */
export function SaveCardButton({ card: read }: { card: Omit<SavedCard, "readAt"> }) {
  const card = useMemo<SavedCard>(() => ({ ...read, readAt: new Date().toISOString() }), [read]);
  const outbox = useOutbox();
  const isKept = useDeviceState()?.cards.some(({ experimentId }) => experimentId === card.experimentId) ?? false;
  const [said, setSaid] = useState("");
  const [cannot, setCannot] = useState(false);
  useEffect(() => setCannot(!canStore()), []);
  useEffect(() => {
    if (isKept) void outbox?.keepCard(card);
  }, [outbox, isKept, card]);
  if (cannot) return null;
  const keep = async () => {
    const went = await outbox?.keepCard(card);
    if (went) registerServiceWorker(`/experiments/${card.experimentId}`);
    setSaid(went ? "Kept. Open this page without signal, and you can read it." : "Not kept. Try again with signal.");
  };
  const drop = async () => {
    await outbox?.dropCard(card.experimentId);
    setSaid("Taken off this device.");
  };
  return (
    <>
      <Button look="link" onClick={isKept ? drop : keep}>
        {isKept ? "Take off this device" : "Keep on this device"}
      </Button>
      <span role="status" className="w-full text-s empty:hidden">
        {said}
      </span>
    </>
  );
}
