import Link from "next/link";
import { MeasureChart } from "@/app/measures/measure-chart";
import { chartsOfExperiment } from "../results/experiment-charts";
import { MeasureSection } from "../results/measure-section";

/** What a board member sees of the results before answering: the charts of its results page. */
export async function BoardCharts({ experimentId }: { experimentId: string }) {
  const { charts } = await chartsOfExperiment(experimentId);
  return (
    <>
      {charts.map(({ measure, surroundings, isItWorking }) => (
        <MeasureSection
          key={measure.id}
          role={measure.role}
          name={<span dir="auto">{measure.name}</span>}
          isItWorking={isItWorking}
        >
          <MeasureChart measure={measure} points={measure.points} headingLevel={3} surroundings={surroundings} />
        </MeasureSection>
      ))}
      <p>
        <Link href={`/experiments/${experimentId}/results`}>See its results</Link>
      </p>
    </>
  );
}
