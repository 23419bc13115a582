import Link from "next/link";
import { MeasureChart } from "@/app/measures/measure-chart";
import { roleInWords } from "@/app/measures/measure-words";
import { chartsOfExperiment } from "../results/experiment-charts";

/** What a board member sees of the results before answering: the charts of its results page. */
export async function BoardCharts({ experimentId }: { experimentId: string }) {
  const { charts } = await chartsOfExperiment(experimentId);
  return (
    <>
      {charts.map(({ measure, surroundings, isItWorking }) => (
        <section key={measure.id} className="mb-8">
          <h2 className="nhsuk-heading-m">
            <span className="nhsuk-caption-m">{roleInWords[measure.role]}</span>
            <span dir="auto">{measure.name}</span>
          </h2>
          {isItWorking && (
            <p>
              <b>Is it working?</b> {isItWorking}
            </p>
          )}
          <MeasureChart measure={measure} points={measure.points} headingLevel={3} surroundings={surroundings} />
        </section>
      ))}
      <p>
        <Link href={`/experiments/${experimentId}/results`}>See its results</Link>
      </p>
    </>
  );
}
