import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { connect } from "@/db/client";
import { asPerson } from "@/db/tenant-transaction";
import { analyse } from "@/server/charts/analyse";
import { chartData } from "@/server/charts/data";
import { smallChart } from "@/server/charts/small-chart";
import { findSeries } from "@/server/measures/observations/queries";
import { findMeasure } from "@/server/measures/queries";
import { appRouter } from "@/server/root";
import { createCallerFactory } from "@/server/trpc";

export const chartWorks = ["chart", "chart by SQL", "page", "page by SQL"] as const;
export type ChartWork = (typeof chartWorks)[number];
export type Drawn = { personId: string; systemId: string; measureId: string };

type Drawing = FunctionComponent<{ chart: unknown; size?: unknown }>;
type Drawings = { ChartSvg: Drawing; SmallChart: Drawing; wide: unknown };

/** What is done once, by name: ours from the database to the drawing, or the least SQL that fetches the same figures. */
export function chartWork(databaseUrl: string, { ChartSvg, SmallChart, wide }: Drawings, { personId, ...of }: Drawn) {
  const db = connect(databaseUrl, { connections: 1 });
  const person = { id: personId, name: "Somebody", job: "", isAdministrator: false };
  const api = createCallerFactory(appRouter)({ database: db, person });
  const bySql = async (id: string, texts: readonly string[]) => {
    const client = await db.$client.connect();
    try {
      await client.query("begin");
      await client.query(door, [personId]);
      const said: unknown[] = [];
      for (const text of texts) said.push((await client.query({ text, values: [id] })).rows); // prepared, as every read is
      await client.query("commit");
      return JSON.stringify(said);
    } finally {
      client.release();
    }
  };
  const works: Record<ChartWork, () => Promise<string>> = {
    chart: async () => {
      const { measure, points } = await asPerson(db, personId, async (tx) => {
        const measure = await findMeasure(tx, of.measureId);
        return { measure, points: await findSeries(tx, measure) };
      });
      const { chart } = chartData(analyse(measure, points), measure, { id: "chart" });
      return renderToStaticMarkup(createElement(ChartSvg, { chart, size: wide }));
    },
    "chart by SQL": () => bySql(of.measureId, [definitions("m.id = $1::uuid"), series("measure_id = $1::uuid")]),
    page: async () => {
      const { sections } = await api.systems.find({ systemId: of.systemId });
      const measures = sections.flatMap((section) => section.measures);
      return measures
        .map((one) => smallChart(analyse(one, one.points), one))
        .map((chart) => renderToStaticMarkup(createElement(SmallChart, { chart })))
        .join("");
    },
    "page by SQL": () => bySql(of.systemId, [definitions("m.system_id = $1::uuid"), series(ofSystem)]),
  };
  return { works, db };
}

const door =
  "select set_config('leeway.systems', systems_of($1::uuid)::text, true), set_config('role', 'leeway_app', true)";
const series = (which: string) => `
  select measure_id, period_on, count(*), sum(numerator)::float8, sum(denominator)::float8 from (
    select distinct on (measure_id, organisation_id, period_on) * from observations where ${which}
    order by measure_id, organisation_id, period_on, revision desc) latest
  group by measure_id, period_on order by measure_id, period_on`;
const ofSystem = "measure_id in (select id from measures where system_id = $1::uuid)";
const definitions = (which: string) => `
  select m.*, (select json_agg(c) from measure_contributors c where c.measure_id = m.id) as contributors
  from measures m where ${which}`;
