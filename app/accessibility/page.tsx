import type { Metadata } from "next";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";

export const metadata: Metadata = { title: "Accessibility" };

export default function AccessibilityPage() {
  return (
    <main>
      <PageTitle>Accessibility</PageTitle>
      <p className="nhsuk-body-l">Everyone on a team should be able to use Leeway, on the device they have.</p>
      <p>It is built to WCAG 2.2, level AA. You can:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>do everything with a keyboard, a screen reader or your voice</li>
        <li>zoom to 400% on a phone or a computer, without scrolling sideways</li>
        <li>read every chart as a sentence and as a table of its numbers</li>
        <li>print any page in black and white</li>
        <li>switch off moving things on your device, and nothing here moves</li>
      </ul>
      <p>No single key does anything by itself, so voice control is safe. Colour is never the only sign.</p>

      <h2 className="nhsuk-heading-m">What we know is not good enough yet</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>Forms need JavaScript. Lists, searches and signing in work without it.</li>
        <li>Wide tables of numbers scroll sideways on a phone, inside their own box.</li>
        <li>
          Nobody from outside has examined Leeway yet. We check each page with axe, a machine that finds some faults.
        </li>
      </ul>

      <h2 className="nhsuk-heading-m">Tell us</h2>
      <p>
        If something keeps you from using Leeway, say so to the people under <Link href="/help#contact">Contact</Link>.
        Tell them which page, what you wanted to do, and what you use.
      </p>
    </main>
  );
}
