"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/** The outcome of an action, in a sentence. Screen readers announce it even if it is in the page from the start. */
export function Notice({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [announced, setAnnounced] = useState("");
  // Screen readers ignore a live region that is already full when it appears, so it is filled afterwards
  useEffect(() => setAnnounced(box.current?.textContent ?? ""), []);
  return (
    <>
      <div ref={box} className="mb-6 border-2 border-l-8 border-green bg-white p-4 [&>:last-child]:mb-0">
        {children}
      </div>
      <div role="status" className="sr-only">
        {announced}
      </div>
    </>
  );
}
