import type { Metadata } from "next";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";

export const metadata: Metadata = { title: "Privacy" };

export default function PrivacyPage() {
  return (
    <main>
      <PageTitle>Privacy</PageTitle>
      <p className="nhsuk-body-l">
        Leeway keeps nothing about patients, and about you only what your colleagues need to work with you.
      </p>

      <h2 className="nhsuk-heading-m">What is kept about you</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>your name, your job, where you work and the boards you sit on: people in your systems see these</li>
        <li>your e-mail address, to let you in: your colleagues do not see it here</li>
        <li>what you write, decide and change, with your name and the time</li>
        <li>when you signed in, for as long as you stay signed in</li>
      </ul>

      <h2 className="nhsuk-heading-m">Why your name stays with what you did</h2>
      <p>
        An experiment can be looked at years later: who decided what, knowing what, and when. So its history is never
        rewritten. A correction is added to it, and the earlier words stay readable.
      </p>

      <h2 className="nhsuk-heading-m">Patients</h2>
      <p>
        Do not type anything by which a patient could be known. If it has happened, tell the people under{" "}
        <Link href="/help#contact">Contact</Link> at once.
      </p>

      <h2 className="nhsuk-heading-m">Cookies</h2>
      <p>
        Leeway sets cookies only to sign you in and keep you signed in. You are signed out after 12 hours without use,
        and after 20 hours in any case. Nothing counts or follows what you read.
      </p>

      <h2 className="nhsuk-heading-m">What is kept on your phone or computer</h2>
      <p>
        Results you add wait there until they are sent. With them are the names of the measures you add to, and
        permission cards that you keep. Only you can read them, while you are signed in. Signing out deletes them.
      </p>

      <h2 className="nhsuk-heading-m">Where it is kept</h2>
      <p>
        In the database of the organisation that runs Leeway for you. Leeway sends nothing to anyone else, but for
        e-mails to you through your organisation&apos;s own mail server.
      </p>
    </main>
  );
}
