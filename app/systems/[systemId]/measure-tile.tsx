import "@/app/ui/chart/chart.css";
import { StageTag } from "@/app/experiments/stage-words";
import { SmallChart } from "@/app/ui/chart/small-chart";
import { Link } from "@/app/ui/link";
import type { api } from "@/server/caller";
import { analyse, inOneSentence } from "@/server/charts/analyse";
import { smallChart } from "@/server/charts/small-chart";
import { pluralise } from "@/server/format";
import { type Aiming, aimingAt } from "@/server/systems/pathway";
import { stageAsPlace } from "./stage-as-place";

type Measure = Awaited<ReturnType<typeof api.systems.find>>["sections"][number]["measures"][number];
type MeasureTileProps = { measure: Measure; experiments: readonly Aiming[] };

/** A measure on the system's page: its chart's headline, the chart, and the experiments about it. */
export function MeasureTile({ measure, experiments }: MeasureTileProps) {
  const watching = aimingAt(measure.id, experiments);
  const running = watching.filter((experiment) => experiment.stage !== "ended");
  const ended = watching.length - running.length;
  return (
    <div className="nhsuk-card mb-0 h-full">
      <div className="nhsuk-card__content">
        <h3 className="nhsuk-heading-s mb-2">
          <Link href={`/measures/${measure.id}`} dir="auto">
            {measure.name}
          </Link>
        </h3>
        <SmallChart chart={smallChart(analyse(measure, measure.points), measure)} />
        <p className="mt-2 mb-2 text-s">{inOneSentence(measure, measure.points)}</p>
        {running.length > 0 && (
          <ul className="m-0 list-none p-0">
            {running.map(({ id, title, stage, startsAt, showsAt, inDip }) => (
              <li key={id} className="mb-2 text-s">
                <Link href={`/experiments/${id}`} dir="auto">
                  {title}
                </Link>{" "}
                <StageTag stage={stage} />
                <span className="block text-secondary">
                  {startsAt && showsAt && startsAt !== showsAt && `Starts ${stageAsPlace[startsAt]}. `}
                  {inDip && stage === "running" && "A dip is expected now."}
                </span>
              </li>
            ))}
          </ul>
        )}
        {ended > 0 && (
          <p className="mb-0 text-s text-secondary">
            {pluralise(ended, "experiment")} {ended === 1 ? "has" : "have"} ended.
          </p>
        )}
      </div>
    </div>
  );
}
