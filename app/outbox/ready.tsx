"use client";

import { useParams } from "next/navigation";
import { useEffect } from "react";
import { useOutbox } from "./provider";
import { watchOver } from "./worker";

/** Makes this device ready to take results without signal, once the page itself has all it needs. */
export function ReadyWithoutSignal() {
  const outbox = useOutbox();
  const { measureId } = useParams<{ measureId?: string }>();
  useEffect(() => {
    if (!outbox) return;
    const soon = setTimeout(() => {
      void outbox.makeReady(measureId).catch(() => {}); // no signal already: what was fetched before serves on
      watchOver("/log");
    });
    return () => clearTimeout(soon);
  }, [outbox, measureId]);
  return null;
}
