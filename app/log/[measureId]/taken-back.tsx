"use client";

import { useEffect, useRef } from "react";
import { Sentences } from "@/app/ui/sentences";

/** The effects of undoing a result, above the form. */
export function TakenBack({ sentences }: { sentences: readonly string[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div
      ref={box}
      tabIndex={-1}
      className="mb-6 border-2 border-l-8 border-link bg-white p-4 outline-none [&>:last-child]:mb-0"
    >
      <Sentences of={sentences} />
    </div>
  );
}
