import { Link } from "@/app/ui/link";
import type { NavigationItem } from "./navigation";

export function Footer({ links, note }: { links: readonly NavigationItem[]; note: string }) {
  return (
    <footer className="nhsuk-footer">
      <div className="nhsuk-width-container">
        <div className="nhsuk-footer__meta">
          <h2 className="sr-only">Support links</h2>
          <ul className="nhsuk-footer__list">
            {links.map(({ label, href }) => (
              <li className="nhsuk-footer__list-item" key={href}>
                <Link className="nhsuk-footer__list-item-link" href={href}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
          <p className="nhsuk-body-s">{note}</p>
        </div>
      </div>
    </footer>
  );
}
