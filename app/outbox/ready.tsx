"use client";

import { useEffect } from "react";
import { useOutbox } from "./provider";
import { watchOverLogPages } from "./worker";

/** Makes this device ready to take results without signal, once the page itself has all it needs. */
export function ReadyWithoutSignal() {
  const outbox = useOutbox();
  useEffect(() => {
    if (!outbox) return;
    const soon = setTimeout(() => {
      void outbox.makeReady().catch(() => {}); // no signal already: what was fetched before serves on
      watchOverLogPages();
    });
    return () => clearTimeout(soon);
  }, [outbox]);
  return null;
}
