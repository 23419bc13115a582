import type { ReactNode } from "react";

/** Shown in place of an empty list: what will be here, and one thing to do. 40 words at most. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="mb-6 border-2 border-dashed border-grey-3 p-4 tablet:p-6 [&>:last-child]:mb-0">
      <p>{children}</p>
      {action}
    </div>
  );
}
