import type { Metadata } from "next";
import { chartViews } from "@/app/measures/chart-views";
import { MeasureChart } from "@/app/measures/measure-chart";
import { PageNotice } from "@/app/page-notice";
import { ButtonGroup, LinkButton } from "@/app/ui/button";
import { mostPoints } from "@/app/ui/chart/drawn-points";
import { Details } from "@/app/ui/details";
import { EmptyState } from "@/app/ui/empty-state";
import { Link } from "@/app/ui/link";
import { api } from "@/server/caller";
import { ExperimentSubpage } from "../experiment-subpage";
import { chartsOfExperiment } from "./experiment-charts";
import { MeasureSection } from "./measure-section";
import { RemoveMeasureButton } from "./remove-measure-button";

export const metadata: Metadata = { title: "Results" };

export default async function ResultsPage({ params, searchParams }: PageProps<"/experiments/[experimentId]/results">) {
  const { experimentId } = await params;
  const search = await searchParams;
  const views = chartViews(`/experiments/${experimentId}/results`, search);
  const showsMore = search.show !== undefined || search.table !== undefined;
  const [{ title, may }, { charts, mayNote }] = await Promise.all([
    api.experiments.find({ experimentId }),
    chartsOfExperiment(experimentId, showsMore ? undefined : mostPoints),
  ]);
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="Results">
      <PageNotice search={searchParams} />
      {charts.length === 0 && (
        <EmptyState>
          Here you will see whether it works: a chart for each measure, with the dip that was agreed.
        </EmptyState>
      )}
      {charts.map(({ measure, surroundings, isItWorking }) => (
        <MeasureSection
          key={measure.id}
          role={measure.role}
          name={
            <Link href={`/measures/${measure.id}`} dir="auto">
              {measure.name}
            </Link>
          }
          isItWorking={isItWorking}
        >
          <MeasureChart
            measure={measure}
            points={measure.points}
            headingLevel={3}
            surroundings={{ ...surroundings, ...views(measure.id) }}
            file={`/experiments/${experimentId}/results/${measure.id}`}
            explore
          />
          {measure.mayLog && (
            <ButtonGroup>
              <LinkButton look="secondary" href={`/log/${measure.id}`}>
                Add a result<span className="sr-only"> of {measure.name}</span>
              </LinkButton>
              <Link className="inline-block py-2" href={`/measures/${measure.id}/import`}>
                Add many from a spreadsheet<span className="sr-only"> of {measure.name}</span>
              </Link>
            </ButtonGroup>
          )}
          {may.chooseMeasure && (
            <Details summary="Is this not the right measure?">
              <p>Taken off, it stays with the system, and so do its results.</p>
              <RemoveMeasureButton experimentId={experimentId} measureId={measure.id} measure={measure.name} />
            </Details>
          )}
        </MeasureSection>
      ))}
      {may.chooseMeasure && (
        <LinkButton href={`/experiments/${experimentId}/results/add-measure`}>Add a measure</LinkButton>
      )}
      {mayNote && charts.length > 0 && (
        <p>
          <Link href={`/experiments/${experimentId}/results/notes`}>Note something on a chart</Link>
        </p>
      )}
    </ExperimentSubpage>
  );
}
