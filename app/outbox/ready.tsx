"use client";

import { useParams } from "next/navigation";
import { useEffect } from "react";
import { useOutbox } from "./provider";
import { registerServiceWorker } from "./service-worker";

/** Makes this device ready for results without signal, after the page itself has loaded. */
export function ReadyWithoutSignal() {
  const outbox = useOutbox();
  const { measureId } = useParams<{ measureId?: string }>();
  useEffect(() => {
    if (!outbox) return;
    const soon = setTimeout(() => {
      void outbox.makeReady(measureId).catch(() => {}); // without signal the earlier list stays in use
      registerServiceWorker("/log");
    });
    return () => clearTimeout(soon);
  }, [outbox, measureId]);
  return null;
}
