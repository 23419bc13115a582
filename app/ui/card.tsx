import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/app/ui/link";

type CardProps<Address extends string> = {
  title: ReactNode;
  /** With an href the whole card can be pressed; it must not contain other links or buttons. */
  href?: Route<Address>;
  level?: 2 | 3;
  children?: ReactNode;
};

export function Card<Address extends string>({ title, href, level = 2, children }: CardProps<Address>) {
  const Heading = `h${level}` as const;
  return (
    <div className={`nhsuk-card mb-4${href ? " nhsuk-card--clickable" : ""}`}>
      <div className="nhsuk-card__content">
        <Heading className="nhsuk-card__heading nhsuk-heading-s" dir="auto">
          {href ? (
            <Link className="nhsuk-card__link" href={href}>
              {title}
            </Link>
          ) : (
            title
          )}
        </Heading>
        {children}
      </div>
    </div>
  );
}

/** Cards as a list, so that screen readers announce how many there are. */
export function CardList({ children }: { children: readonly ReactNode[] }) {
  return (
    <ul className="m-0 list-none p-0">
      {children.map((card, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cards have their own keys
        <li key={index} className="m-0 max-w-none">
          {card}
        </li>
      ))}
    </ul>
  );
}
