import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

export type SummaryRow<Address extends string = string> = {
  term: string;
  value: ReactNode;
  /** "Change", with the hidden words that say what. */
  change?: { href: Route<Address>; label?: string; what: string };
};

/** Facts by name, and the answers of a form to check. What was left out says "Not provided". */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="nhsuk-summary-list">
      {rows.map(({ term, value, change }) => (
        <div className={`nhsuk-summary-list__row${change ? "" : " nhsuk-summary-list__row--no-actions"}`} key={term}>
          <dt className="nhsuk-summary-list__key">{term}</dt>
          <dd className="nhsuk-summary-list__value whitespace-pre-line" dir="auto">
            {value === "" || value === null || value === undefined ? "Not provided" : value}
          </dd>
          {change && (
            <dd className="nhsuk-summary-list__actions">
              <Link href={change.href}>
                {change.label ?? "Change"}
                <span className="sr-only"> {change.what}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
