import { chartViews } from "@/app/measures/chart-views";
import { MeasureChart } from "@/app/measures/measure-chart";
import { Link } from "@/app/ui/link";
import { chartsOfExperiment } from "../results/experiment-charts";
import { MeasureSection } from "../results/measure-section";

type BoardChartsProps = { experimentId: string; search: Parameters<typeof chartViews>[1] };

/** What a board member sees of the results before answering: the charts of its results page. */
export async function BoardCharts({ experimentId, search }: BoardChartsProps) {
  const views = chartViews(`/experiments/${experimentId}/board`, search);
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
          <MeasureChart
            measure={measure}
            points={measure.points}
            headingLevel={3}
            surroundings={{ ...surroundings, numbers: views(measure.id).numbers }}
          />
        </MeasureSection>
      ))}
      <p>
        <Link href={`/experiments/${experimentId}/results`}>See its results</Link>
      </p>
    </>
  );
}
