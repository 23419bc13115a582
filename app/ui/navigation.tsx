"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import { Link } from "@/app/ui/link";

export type NavigationItem = { label: string; href: Route };

/** Links that wrap on a narrow screen, so that none is hidden behind a "More". */
export function Navigation({ items }: { items: readonly NavigationItem[] }) {
  const pathname = usePathname();
  return (
    <nav className="nhsuk-header__navigation" aria-label="Menu">
      <div className="nhsuk-width-container">
        <ul className="nhsuk-header__navigation-list">
          {items.map(({ label, href }) => {
            const current = pathname === href ? "page" : isBelow(pathname, href) ? "true" : undefined;
            return (
              <li
                key={href}
                className={`nhsuk-header__navigation-item${current ? " nhsuk-header__navigation-item--current" : ""}`}
              >
                <Link className="nhsuk-header__navigation-link" href={href} aria-current={current}>
                  {current ? (
                    <strong className="nhsuk-header__navigation-item-current-fallback">{label}</strong>
                  ) : (
                    label
                  )}
                </Link>
              </li>
            );
          })}
        </ul>
      </div>
    </nav>
  );
}

function isBelow(pathname: string, href: string) {
  return href !== "/" && pathname.startsWith(`${href}/`);
}
