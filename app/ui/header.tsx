import type { Route } from "next";
import Link from "next/link";
import { Navigation, type NavigationItem } from "./navigation";

export type HeaderProps = {
  service: string;
  navigation: readonly NavigationItem[];
  person: { name: string } | null;
  /** Where somebody looks after their own account. */
  settings: Route;
  signIn: Route;
  /** A server action: it works before any script has come. */
  signOut: () => Promise<void>;
};

/** The service's name as text, who is signed in, and the ways to go. */
export function Header({ service, navigation, person, settings, signIn, signOut }: HeaderProps) {
  return (
    <header className="nhsuk-header">
      <div className="nhsuk-header__container nhsuk-width-container flex flex-wrap items-center gap-x-4 gap-y-2 py-2 tablet:py-4">
        <div className="nhsuk-header__service">
          <Link className="nhsuk-header__service-name inline-block py-2 font-bold text-l" href="/">
            {service}
          </Link>
        </div>
        <nav className="nhsuk-header__account mt-0 grow-0 print:hidden" aria-label="Account">
          <ul className="nhsuk-header__account-list">
            {person && (
              <li className="nhsuk-header__account-item">
                <Link className="nhsuk-header__account-link min-h-11 items-center" href={settings} dir="auto">
                  {person.name}
                  <span className="sr-only">: settings</span>
                </Link>
              </li>
            )}
            <li className="nhsuk-header__account-item">
              {person ? (
                <form action={signOut}>
                  <button type="submit" className="nhsuk-header__account-button min-h-11 items-center">
                    Sign out
                  </button>
                </form>
              ) : (
                <Link className="nhsuk-header__account-link min-h-11 items-center" href={signIn}>
                  Sign in
                </Link>
              )}
            </li>
          </ul>
        </nav>
      </div>
      <Navigation items={navigation} />
    </header>
  );
}
