import type { Metadata } from "next";
import { WaitingStrip } from "@/app/outbox/strip";
import { Card, CardList } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { PageTitle } from "@/app/ui/page-title";
import { api } from "@/server/caller";
import { sentenceCase } from "@/server/format";
import { inPeriod, periodInWords } from "@/server/measures/figures";
import { boxesOf } from "@/server/measures/number-box";
import { partInWords } from "@/server/measures/part";
import { lastWholePeriod } from "@/server/measures/periods";
import { isByEvent } from "@/server/measures/spc/kinds";
import { GridForm, type GridRow } from "./grid-form";

export const metadata: Metadata = { title: "Add results" };

export default async function LogPage() {
  const measures = await api.measures.toLog();
  const rows = measures.map(rowFor).filter((row) => row !== null);
  const inGrid = new Set(rows.map((row) => row.measureId));
  const others = measures.filter((measure) => !inGrid.has(measure.id));
  return (
    <main>
      <WaitingStrip />
      <PageTitle>Add results</PageTitle>
      {rows.length > 0 && <GridForm rows={rows} />}
      {others.length > 0 && <h2 className="nhsuk-heading-m">{rows.length > 0 ? "Others" : "Which one?"}</h2>}
      <CardList>
        {others.map(({ id, name, rhythm, lastPeriodOn }) => (
          <Card key={id} title={name} href={`/log/${id}`}>
            <p>{lastPeriodOn ? `The latest is from ${inPeriod(lastPeriodOn, rhythm).slice(3)}.` : "No results yet."}</p>
          </Card>
        ))}
      </CardList>
      {measures.length === 0 && (
        <EmptyState>
          Here you will find the measures your organisation or your team adds results to. There are none yet.
        </EmptyState>
      )}
    </main>
  );
}

type ToLog = Awaited<ReturnType<typeof api.measures.toLog>>[number];

/** A measure and its last whole period, if that has no result yet. Rare events are never due. */
function rowFor({ id: measureId, name, box, ...measure }: ToLog): GridRow | null {
  if (!box) return null;
  const { organisationId, periodOn, periods, choices, last } = box;
  const due = periods.some(({ on, logged }) => on === periodOn && !logged);
  const isOver = periodOn !== null && periodOn <= lastWholePeriod(measure.today, measure.rhythm);
  if (!organisationId || !periodOn || !due || !isOver || isByEvent(measure.chartKind)) return null;
  const organisation = choices.find((choice) => choice.organisationId === organisationId)?.name ?? "";
  return {
    ...{ measureId, name, organisationId, periodOn, boxes: boxesOf(measure.counting) },
    ...{ unit: measure.unit, decimals: measure.decimals, rhythm: measure.rhythm },
    about: `${sentenceCase(periodInWords(periodOn, measure.rhythm).replace(/^the /, ""))}, ${organisation}`,
    lastTime: last?.part ? `Last time: ${partInWords(last.part, measure)}` : undefined,
  };
}
