import type { Route } from "next";
import { Link } from "@/app/ui/link";
import { ArrowLeft, ArrowRight } from "./icons";
import { pagesToShow } from "./pages";

type PaginationProps = {
  page: number;
  pages: number;
  /** Returns the address of a page, with the current filters. */
  addressOf: (page: number) => Route;
};

export function Pagination({ page, pages, addressOf }: PaginationProps) {
  if (pages < 2) return null;
  return (
    <nav className="nhsuk-pagination nhsuk-pagination--numbered" aria-label="Pages">
      {page > 1 && (
        <Link href={addressOf(page - 1)} className="nhsuk-pagination__previous" rel="prev">
          <ArrowLeft />
          <span className="nhsuk-pagination__title">
            Previous<span className="sr-only"> page</span>
          </span>
        </Link>
      )}
      <ul className="nhsuk-pagination__list">
        {pagesToShow(page, pages).map((number, index) =>
          number === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no other identity than its position
            <li key={`gap ${index}`} className="nhsuk-pagination__item nhsuk-pagination__item--ellipsis">
              ⋯
            </li>
          ) : (
            <li
              key={number}
              className={`nhsuk-pagination__item${number === page ? " nhsuk-pagination__item--current" : ""}`}
            >
              <Link
                className="nhsuk-pagination__link"
                href={addressOf(number)}
                aria-label={`Page ${number}`}
                aria-current={number === page ? "page" : undefined}
              >
                {number}
              </Link>
            </li>
          ),
        )}
      </ul>
      {page < pages && (
        <Link href={addressOf(page + 1)} className="nhsuk-pagination__next" rel="next">
          <span className="nhsuk-pagination__title">
            Next<span className="sr-only"> page</span>
          </span>
          <ArrowRight />
        </Link>
      )}
    </nav>
  );
}
