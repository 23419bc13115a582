import type { ReactNode } from "react";

/** The green panel when something is done, with the next steps below. The same for "it worked" and "it did not work". */
export function Panel({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="nhsuk-panel">
      <h1 className="nhsuk-panel__heading nhsuk-panel__heading--l">{title}</h1>
      {children && <div className="nhsuk-panel__body">{children}</div>}
    </div>
  );
}
