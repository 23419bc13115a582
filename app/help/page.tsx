import type { Metadata } from "next";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";
import { Words } from "./words";

export const metadata: Metadata = { title: "Help" };

export default function HelpPage() {
  return (
    <main>
      <PageTitle>Help</PageTitle>
      <p className="nhsuk-body-l">
        Leeway is where teams in one health and care system try things safely, and learn from them together.
      </p>
      <p>
        A team says what it would try and what could go wrong. Leaders say yes beforehand, and how far a figure may dip.
        Then a dip that was agreed is no surprise.
      </p>

      <h2 className="nhsuk-heading-m">How do I try something?</h2>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>
          <Link href="/experiments/new">Note your idea</Link>. Three boxes are enough, and only your team sees it.
        </li>
        <li>Say what you expect, what could go wrong, and what goes wrong today.</li>
        <li>Ask for permission. Leeway finds the leaders who carry the risks, in every organisation.</li>
        <li>Start once all of them have said yes, and add your results.</li>
        <li>End it when you know enough, and say what you learned.</li>
      </ol>

      <h2 className="nhsuk-heading-m">How do I get a yes, or a second opinion?</h2>
      <p>
        Open your experiment and choose Permission. You see who has answered, who has a question, and what is missing
        before you can ask.
      </p>
      <p>
        For what one leader cannot decide, choose Board reviews and ask <Link href="/boards">a board</Link>. It answers
        with a reason.
      </p>

      <h2 className="nhsuk-heading-m">Something is wrong. What do I do?</h2>
      <p>
        Open the experiment and press Something is wrong. It is paused at once, whatever you fill in. Its team, its
        leaders and everyone who takes part may do this.
      </p>

      <h2 className="nhsuk-heading-m">Who sees what?</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>A draft: only its team.</li>
        <li>A shared experiment, with its risks, answers and lessons: everyone in your system.</li>
        <li>Nothing of it: people of other systems. To them it is not there.</li>
        <li>Figures: the system&apos;s value, never a ranking of organisations, teams or people.</li>
      </ul>
      <p>
        <Link href="/privacy">What Leeway keeps about you</Link>
      </p>

      <h2 className="nhsuk-heading-m">What do the words mean?</h2>
      <Words />

      <h2 className="nhsuk-heading-m" id="contact">
        Contact
      </h2>
      <p>
        About an experiment: ask its team, who are named on its page. About a board: ask its secretary, who is named on{" "}
        <Link href="/boards">the board&apos;s page</Link>.
      </p>
      <p>
        About your account or your organisation: ask the administrator who invited you. Your own organisation runs
        Leeway for you.
      </p>
    </main>
  );
}
