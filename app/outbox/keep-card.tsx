"use client";

import { useEffect, useMemo, useState } from "react";
import { Button } from "@/app/ui/button";
import type { SavedCard } from "./cards";
import { useOutbox, useSeen } from "./provider";
import { canStore } from "./store";
import { watchOver } from "./worker";

/** Keeps a card at hand for when there is no signal; one that is kept is written anew whenever it is looked at. */
export function KeepCard({ card: read }: { card: Omit<SavedCard, "readAt"> }) {
  const card = useMemo<SavedCard>(() => ({ ...read, readAt: new Date().toISOString() }), [read]);
  const outbox = useOutbox();
  const isKept = useSeen()?.cards.some(({ experimentId }) => experimentId === card.experimentId) ?? false;
  const [said, setSaid] = useState("");
  const [cannot, setCannot] = useState(false);
  useEffect(() => setCannot(!canStore()), []);
  useEffect(() => {
    if (isKept) void outbox?.keepCard(card);
  }, [outbox, isKept, card]);
  if (cannot) return null;
  const keep = async () => {
    const went = await outbox?.keepCard(card);
    if (went) watchOver(`/experiments/${card.experimentId}`);
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
