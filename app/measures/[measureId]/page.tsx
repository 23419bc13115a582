import type { Metadata } from "next";
import { StageTag } from "@/app/experiments/stage-words";
import { PageNotice } from "@/app/page-notice";
import { BackLink } from "@/app/ui/back-link";
import { ButtonGroup, LinkButton } from "@/app/ui/button";
import { Inset } from "@/app/ui/inset";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";
import { SummaryList } from "@/app/ui/summary-list";
import { api } from "@/server/caller";
import { analyse } from "@/server/charts/analyse";
import { rebaseAdvice } from "@/server/charts/rebase-advice";
import { chartViews } from "../chart-views";
import { MeasureChart } from "../measure-chart";
import { ChartLinks } from "./chart-links";
import { DefinitionLinks } from "./definition-links";
import { definitionRows } from "./definition-rows";
import { findChart } from "./find-chart";
import { OwnPart } from "./own-part";

export async function generateMetadata({ params }: PageProps<"/measures/[measureId]">): Promise<Metadata> {
  const { name } = await api.measures.find(await params);
  return { title: name };
}

export default async function MeasurePage({ params, searchParams }: PageProps<"/measures/[measureId]">) {
  const { measureId } = await params;
  const search = await searchParams;
  const { measure, points, chart, surroundings } = await findChart(measureId);
  const advice = chart.may.rebase ? rebaseAdvice(analyse(measure, points), measure) : null;
  const { name, experiments } = measure;
  return (
    <>
      <BackLink href="/measures">Measures</BackLink>
      <main>
        <PageTitle caption={measure.system}>{name}</PageTitle>
        <PageNotice search={searchParams} />
        <MeasureChart
          measure={measure}
          points={points}
          surroundings={{ ...surroundings, ...chartViews(`/measures/${measureId}`, search)(measureId) }}
          file={`/measures/${measureId}/chart`}
          explore
        />
        {advice && (
          <Inset>
            <p>
              {advice.sentence} If you know why, and expect it to stay,{" "}
              <Link href={`/measures/${measureId}/rebase`}>set the limits anew</Link>.
            </p>
          </Inset>
        )}
        {measure.mayLog && (
          <ButtonGroup>
            <LinkButton href={`/log/${measureId}`}>Add a result</LinkButton>
            <Link className="inline-block py-2" href={`/measures/${measureId}/import`}>
              Add many from a spreadsheet
            </Link>
          </ButtonGroup>
        )}
        <ChartLinks measureId={measureId} may={chart.may} />
        <h2 className="nhsuk-heading-m">Experiments that watch it</h2>
        {experiments.length === 0 && <p>None that you can see. A team chooses it on its results page.</p>}
        <ul className="nhsuk-list">
          {experiments.map((experiment) => (
            <li key={experiment.id}>
              <Link href={`/experiments/${experiment.id}/results`} dir="auto">
                {experiment.title}
              </Link>{" "}
              <span className="text-secondary">{experiment.role}</span> <StageTag stage={experiment.stage} />
            </li>
          ))}
        </ul>
        <h2 className="nhsuk-heading-m">What is counted</h2>
        <SummaryList rows={definitionRows(measure)} />
        <DefinitionLinks measureId={measureId} may={measure.may} />
        <OwnPart measure={measure} requestedId={search.part} />
      </main>
    </>
  );
}
