import type { ReactNode } from "react";
import { ReadyWithoutSignal } from "@/app/outbox/ready";
import { WaitingStrip } from "@/app/outbox/strip";

/** Around every page for adding results: what waits to be sent, and what is needed to go on without signal. */
export default function LogLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <WaitingStrip />
      <ReadyWithoutSignal />
      {children}
    </>
  );
}
