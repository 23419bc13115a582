import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/app/ui/link";
import { Navigation, type NavigationItem } from "./navigation";

export type HeaderProps = {
  service: string;
  navigation: readonly NavigationItem[];
  person: { name: string } | null;
  /** The link to the person's own account. */
  settings: Route;
  /** Null where it is not known whether somebody is signed in. */
  signIn: Route | null;
  /** The sign-out form, around its button. */
  signOut: (button: ReactNode) => ReactNode;
};

/** The service's name, who is signed in, and the navigation. */
export function Header({ service, navigation, person, settings, signIn, signOut }: HeaderProps) {
  return (
    <header className="nhsuk-header">
      <div className="nhsuk-header__container nhsuk-width-container flex flex-wrap items-center gap-x-4 gap-y-2 py-2 tablet:py-4">
        <div className="nhsuk-header__service">
          <Link className="nhsuk-header__service-name inline-block py-2 font-bold text-l" href="/">
            {service}
          </Link>
        </div>
        {(person || signIn) && (
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
              {person && (
                <li className="nhsuk-header__account-item">
                  {signOut(
                    <button type="submit" className="nhsuk-header__account-button min-h-11 items-center">
                      Sign out
                    </button>,
                  )}
                </li>
              )}
              {!person && signIn && (
                <li className="nhsuk-header__account-item">
                  <Link className="nhsuk-header__account-link min-h-11 items-center" href={signIn}>
                    Sign in
                  </Link>
                </li>
              )}
            </ul>
          </nav>
        )}
      </div>
      {navigation.length > 0 && <Navigation items={navigation} />}
    </header>
  );
}
