import type { AtEnd } from "@/server/run/until-stopped";
import type { ChartTask } from "./chart-tasks";
import type { MillionDatabase } from "./million-database";
import type { Side, Subject } from "./subjects";
import { startChartWorker } from "./workers";

/** One chart, and a page of 30 charts, from database to SVG; the baseline is the SQL that fetches their figures. */
export async function chartSubjects(million: MillionDatabase, atEnd: AtEnd): Promise<Subject[]> {
  const worker = await startChartWorker(million.databaseUrl, atEnd);
  const [measureId = ""] = million.measureIds;
  const target = { personId: million.personId, systemId: million.systemId, measureId };
  const side = (task: ChartTask): Side => ({
    processId: worker.processId,
    databaseId: null,
    run: ({ milliseconds }) => worker.work({ task, target, milliseconds }),
  });
  const alone = { size: { times: 1, name: "1 million" }, connections: [1], before: async () => {} };
  return [
    {
      ...{ ...alone, what: "Chart of 120 points, database to SVG", beside: "its figures by plain SQL" },
      ...{ ours: side("chart"), bare: side("chart by SQL") },
    },
    {
      ...{ ...alone, what: "System's page of 30 charts", beside: "their figures by plain SQL" },
      ...{ ours: side("page"), bare: side("page by SQL") },
    },
  ];
}
