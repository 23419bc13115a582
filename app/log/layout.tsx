import type { ReactNode } from "react";
import { ReadyWithoutSignal } from "@/app/outbox/ready";

/** Around every page for adding results: with signal there, what is needed to go on without. */
export default function LogLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <ReadyWithoutSignal />
      {children}
    </>
  );
}
