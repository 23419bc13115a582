import type { AtEnd } from "@/server/run/until-stopped";
import type { ChartWork } from "./chart-work";
import { startChartWorker } from "./children";
import type { Million } from "./million";
import type { Side, Subject } from "./subjects";

/** One chart, and a system's page of 30, from the database to the drawing, each beside the least SQL that fetches its figures. */
export async function chartSubjects(million: Million, databaseId: number | null, atEnd: AtEnd): Promise<Subject[]> {
  const worker = await startChartWorker(million.databaseUrl, atEnd);
  const [measureId = ""] = million.measureIds;
  const drawn = { personId: million.personId, systemId: million.systemId, measureId };
  const side = (work: ChartWork): Side => ({
    processId: worker.processId,
    databaseId,
    run: ({ milliseconds }) => worker.work({ work, drawn, milliseconds }),
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
