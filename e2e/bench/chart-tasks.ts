import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { ChartSvg } from "@/app/ui/chart/chart-svg";
import { wide } from "@/app/ui/chart/frame";
import { SmallChart } from "@/app/ui/chart/small-chart";
import { connect } from "@/db/client";
import { asPerson } from "@/db/tenant-transaction";
import { analyse } from "@/server/charts/analyse";
import { chartData } from "@/server/charts/data";
import { smallChart } from "@/server/charts/small-chart";
import { findSeries } from "@/server/measures/observations/queries";
import { findMeasure } from "@/server/measures/queries";
import { appRouter } from "@/server/root";
import { createCallerFactory } from "@/server/trpc";

export type ChartTask = "chart" | "chart by SQL" | "page" | "page by SQL";
export type ChartTarget = { personId: string; systemId: string; measureId: string };

/** The tasks by name: draw from the database as the app does, or fetch the same figures with plain SQL. */
export function chartTasks(
  databaseUrl: string,
  { personId, ...of }: ChartTarget,
): Record<ChartTask, () => Promise<string>> {
  const db = connect(databaseUrl, { connections: 1 });
  const person = { id: personId, name: "Somebody", job: "", isAdministrator: false };
  const api = createCallerFactory(appRouter)({ database: db, person });
  const bySql = async (id: string, texts: readonly string[]) => {
    const client = await db.$client.connect();
    try {
      await client.query("begin");
      await client.query(enterSystems, [personId]);
      const answers: unknown[] = [];
      for (const text of texts) answers.push((await client.query({ text, values: [id] })).rows); // prepared, like the app's
      await client.query("commit");
      return JSON.stringify(answers);
    } finally {
      client.release();
    }
  };
  return {
    chart: async () => {
      const { measure, points } = await asPerson(db, personId, async (tx) => {
        const measure = await findMeasure(tx, of.measureId);
        return { measure, points: await findSeries(tx, measure) };
      });
      const { chart } = chartData(analyse(measure, points), measure, { id: "chart" });
      return renderToStaticMarkup(createElement(ChartSvg, { chart, size: wide }));
    },
    "chart by SQL": () => bySql(of.measureId, [definitionsSql("m.id = $1::uuid"), seriesSql("measure_id = $1::uuid")]),
    page: async () => {
      const { sections } = await api.systems.find({ systemId: of.systemId });
      const measures = sections.flatMap((section) => section.measures);
      return measures
        .map((chart) => smallChart(analyse(chart, chart.points), chart))
        .map((chart) => renderToStaticMarkup(createElement(SmallChart, { chart })))
        .join("");
    },
    "page by SQL": () => bySql(of.systemId, [definitionsSql("m.system_id = $1::uuid"), seriesSql(ofSystem)]),
  };
}

const enterSystems =
  "select set_config('leeway.systems', systems_of($1::uuid)::text, true), set_config('role', 'leeway_app', true)";
const seriesSql = (which: string) => `
  select measure_id, period_on, count(*), sum(numerator)::float8, sum(denominator)::float8 from (
    select distinct on (measure_id, organisation_id, period_on) * from observations where ${which}
    order by measure_id, organisation_id, period_on, revision desc) latest
  group by measure_id, period_on order by measure_id, period_on`;
const ofSystem = "measure_id in (select id from measures where system_id = $1::uuid)";
const definitionsSql = (which: string) => `
  select m.*, (select json_agg(c) from measure_contributors c where c.measure_id = m.id) as contributors
  from measures m where ${which}`;
