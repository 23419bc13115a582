import type { ReactNode } from "react";

/** The blue panel before something risky or final, shown once. Its buttons are the last child. */
export function Interruption({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="nhsuk-panel nhsuk-panel--interruption">
      <h1 className="nhsuk-panel__heading nhsuk-panel__heading--l">{title}</h1>
      <div className="nhsuk-panel__body">{children}</div>
    </div>
  );
}
