import type { ReactNode } from "react";

/** Set apart from the text around it; also for what somebody else wrote. */
export function Inset({ children }: { children: ReactNode }) {
  return <div className="nhsuk-inset-text">{children}</div>;
}
