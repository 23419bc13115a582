"use client";

import { useEffect, useMemo, useState } from "react";
import { Button } from "@/app/ui/button";
import type { SavedCard } from "./cards";
import { useDeviceState, useOutbox } from "./provider";
import { registerServiceWorker } from "./service-worker";
import { canStore } from "./store";

/** Saves a card for use without signal. A saved card is updated whenever its page is opened. */
export function SaveCardButton({ card: current }: { card: Omit<SavedCard, "readAt"> }) {
  const card = useMemo<SavedCard>(() => ({ ...current, readAt: new Date().toISOString() }), [current]);
  const outbox = useOutbox();
  const isSaved = useDeviceState()?.cards.some(({ experimentId }) => experimentId === card.experimentId) ?? false;
  const [message, setMessage] = useState("");
  const [cannot, setCannot] = useState(false);
  useEffect(() => setCannot(!canStore()), []);
  useEffect(() => {
    if (isSaved) void outbox?.saveCard(card);
  }, [outbox, isSaved, card]);
  if (cannot) return null;
  const save = async () => {
    const isDone = await outbox?.saveCard(card);
    if (isDone) registerServiceWorker(`/experiments/${card.experimentId}`);
    setMessage(
      isDone ? "Kept. Open this page without signal, and you can read it." : "Not kept. Try again with signal.",
    );
  };
  const remove = async () => {
    await outbox?.deleteCard(card.experimentId);
    setMessage("Taken off this device.");
  };
  return (
    <>
      <Button look="link" onClick={isSaved ? remove : save}>
        {isSaved ? "Take off this device" : "Keep on this device"}
      </Button>
      <span role="status" className="w-full text-s empty:hidden">
        {message}
      </span>
    </>
  );
}
