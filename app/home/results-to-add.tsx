import { ReadyWithoutSignal } from "@/app/outbox/ready";
import { LinkButton } from "@/app/ui/button";
import { Link } from "@/app/ui/link";
import { pluralise } from "@/server/format";

type DueResult = { measureId: string; measure: string; rhythm: string; experiment: string; organisation: string };

/** Missing results for the last whole period, each with a link to its form. */
export function ResultsToAdd({ results }: { results: DueResult[] }) {
  return (
    <section>
      <ReadyWithoutSignal />
      <h2 className="nhsuk-heading-m">{pluralise(results.length, "result")} to add</h2>
      <ul className="m-0 list-none p-0">
        {results.map(({ measureId, measure, experiment, organisation, rhythm }) => (
          <li
            key={`${measureId} ${organisation}`}
            className="mb-4 flex max-w-none flex-wrap items-center justify-between gap-x-6 gap-y-2 bg-white p-4 [&_.nhsuk-button]:mb-1"
          >
            <span>
              <strong dir="auto">{measure}</strong>
              <br />
              <span className="text-s text-secondary">
                {experiment}, {organisation}, last {rhythm === "day" ? "day" : rhythm}
              </span>
            </span>
            <LinkButton look="secondary" href={`/log/${measureId}`}>
              Add<span className="sr-only"> a result for {measure}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
      {results.length > 1 && (
        <p>
          <Link className="inline-block py-2" href="/log">
            Add all on 1 screen
          </Link>
        </p>
      )}
    </section>
  );
}
