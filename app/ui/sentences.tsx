import type { ReactNode } from "react";

/** Sentences as a list (reasons, conditions, what is missing); a single one as a paragraph. */
export function Sentences({ of }: { of: readonly ReactNode[] }) {
  if (of.length === 0) return null;
  if (of.length === 1) return <p>{of[0]}</p>;
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {of.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no id, and the list is replaced as a whole
        <li key={index}>{sentence}</li>
      ))}
    </ul>
  );
}
