import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/app/ui/link";

export type SummaryRow<Address extends string = string> = {
  term: string;
  value: ReactNode;
  /** "Change", with a hidden text that says what. */
  change?: { href: Route<Address>; label?: string; what: string };
};

/** Names and values, such as the answers of a form to check. Missing values show "Not provided". */
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
