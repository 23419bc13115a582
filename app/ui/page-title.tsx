import type { ReactNode } from "react";

/** The page's h1 (65 characters at most, no full stop), below the name of its parent. */
export function PageTitle({ caption, children }: { caption?: ReactNode; children: ReactNode }) {
  return (
    <h1 className="nhsuk-heading-l">
      {caption && <span className="nhsuk-caption-m mb-1">{caption} </span>}
      <span dir="auto">{children}</span>
    </h1>
  );
}
