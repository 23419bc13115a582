"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/** What the product answers after an act, in a sentence. Said aloud too, though it may stand in the page from the start. */
export function Notice({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [spoken, setSpoken] = useState("");
  // A live region that is already full when it appears stays silent: it is filled after
  useEffect(() => setSpoken(box.current?.textContent ?? ""), []);
  return (
    <>
      <div ref={box} className="mb-6 border-2 border-l-8 border-green bg-white p-4 [&>:last-child]:mb-0">
        {children}
      </div>
      <div role="status" className="sr-only">
        {spoken}
      </div>
    </>
  );
}
