import { Link } from "@/app/ui/link";
import type { api } from "@/server/caller";
import { pluralise } from "@/server/format";
import type { Aiming } from "@/server/systems/pathway";
import { MeasureTile } from "./measure-tile";
import { stageAsPlace } from "./stage-as-place";

type Section = Awaited<ReturnType<typeof api.systems.find>>["sections"][number];

const heading = ({ kind, stage }: Section): string => {
  if (stage === null) return "No experiment aims at these";
  return kind === "shows" ? `Shows ${stageAsPlace[stage]}` : `Starts ${stageAsPlace[stage]} and shows elsewhere`;
};

/** The measures of one stage: their charts, and the names of those without results. */
export function StageSection({ section, experiments }: { section: Section; experiments: readonly Aiming[] }) {
  const drawn = section.measures.filter((measure) => measure.points.some((point) => point.value !== null));
  const empty = section.measures.filter((measure) => !drawn.includes(measure));
  return (
    <section className="mb-8">
      <h2 className="nhsuk-heading-m">{heading(section)}</h2>
      {drawn.length > 0 && (
        <ul className="m-0 grid list-none grid-cols-1 gap-4 p-0 tablet:grid-cols-2">
          {drawn.map((measure) => (
            <li key={measure.id} className="m-0 min-w-0 max-w-none">
              <MeasureTile measure={measure} experiments={experiments} />
            </li>
          ))}
        </ul>
      )}
      {empty.length > 0 && (
        <>
          <p className="mt-4 mb-2">{pluralise(empty.length, "measure")} without a result of the whole system yet:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {empty.map(({ id, name }) => (
              <li key={id}>
                <Link href={`/measures/${id}`} dir="auto">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
