import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/app/ui/link";

/** Placed before the page's <main>. Its text names the target: "Equipment store open on Sundays" rather than "Back". */
export function BackLink<Address extends string>({ href, children }: { href: Route<Address>; children: ReactNode }) {
  return (
    <nav aria-label="Back">
      <Link className="nhsuk-back-link" href={href}>
        <span className="sr-only">Back to </span>
        {children}
      </Link>
    </nav>
  );
}
