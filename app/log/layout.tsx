import type { ReactNode } from "react";
import { ReadyWithoutSignal } from "@/app/outbox/ready";

/** Wraps the pages for adding results and fetches what they need to work without signal. */
export default function LogLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <ReadyWithoutSignal />
      {children}
    </>
  );
}
