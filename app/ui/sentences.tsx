import type { ReactNode } from "react";

/** Reasons, conditions, what is still missing: one sentence a line. A single one stands as a paragraph. */
export function Sentences({ of }: { of: readonly ReactNode[] }) {
  if (of.length === 0) return null;
  if (of.length === 1) return <p>{of[0]}</p>;
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {of.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no name, and the list is drawn anew as a whole
        <li key={index}>{sentence}</li>
      ))}
    </ul>
  );
}
