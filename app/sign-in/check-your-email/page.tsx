import type { Metadata } from "next";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";
import { linkMinutes } from "@/server/auth/limits";

export const metadata: Metadata = { title: "Look in your e-mail" };

/** The same text whether or not we know the address, so that nobody learns who works here. */
export default function CheckYourEmailPage() {
  return (
    <main>
      <PageTitle>Look in your e-mail</PageTitle>
      <p>
        If this address belongs to someone in Leeway, a link is on its way to it. Open it within {linkMinutes} minutes
        and press the button. It works once, on any device.
      </p>
      <h2>If nothing comes</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>Look among unwanted mail.</li>
        <li>
          Check that it is the address you were invited with, then <Link href="/sign-in">ask for another link</Link>.
        </li>
        <li>Ask whoever looks after Leeway where you work whether you are in it.</li>
      </ul>
    </main>
  );
}
