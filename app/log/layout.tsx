import type { ReactNode } from "react";
import { ReadyWithoutSignal } from "@/app/outbox/ready";

/** Around the pages for adding results: fetches what they need without signal. */
export default function LogLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <ReadyWithoutSignal />
      {children}
    </>
  );
}
