import type { AtEnd } from "@/server/run/until-stopped";
import type { Side, Subject } from "./subjects";
import { startEngineWorker } from "./workers";

/** The chart engine with all its rules, compared with itself at a tenth of the work: 10 times as much may take 12 times as long. */
export async function engineSubjects(atEnd: AtEnd): Promise<Subject[]> {
  const worker = await startEngineWorker(atEnd);
  const side = (series: number, points: number): Side => ({
    processId: worker.processId,
    databaseId: null,
    run: ({ milliseconds }) => worker.work({ series, points, milliseconds }),
  });
  const alone = { size: { times: 1, name: "in memory" }, connections: [1], before: async () => {} };
  return [
    {
      ...{ ...alone, what: "Limits and rules, 10,000 points", beside: "1,000 points" },
      ...{ ours: side(1, 10_000), bare: side(1, 1_000) },
    },
    {
      ...{ ...alone, what: "Limits and rules, 1,000 series of 60", beside: "100 series of 60" },
      ...{ ours: side(1_000, 60), bare: side(100, 60) },
    },
  ];
}
