import type { ReactNode } from "react";

/** Text set apart from what is around it, for example a quotation. */
export function Inset({ children }: { children: ReactNode }) {
  return <div className="nhsuk-inset-text">{children}</div>;
}
