"use client";

import { type ReactNode, type RefObject, useEffect, useState } from "react";
import { createPortal } from "react-dom";

/** Renders its content at the top of the page's <main>, above the h1, from within a form further down. */
export function TopOfMain({ from, children }: { from: RefObject<HTMLElement | null>; children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const host = document.createElement("div");
    const top = from.current?.closest("dialog, main");
    if (top) top.prepend(host);
    else from.current?.before(host);
    setPlace(host);
    return () => host.remove();
  }, [from]);
  return place && createPortal(children, place);
}
