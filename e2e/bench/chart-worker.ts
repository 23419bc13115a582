// Draws charts, or fetches their figures by plain SQL, in a process of its own: drawing needs React without the server's condition.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "@/server/run/command";
import { type ChartWork, chartWork, type Drawn } from "./chart-work";

/** What it is asked to do, over and over; it answers with how long each time took. */
export type Asked = { work: ChartWork; drawn: Drawn; milliseconds: number };

/** A part of the pages, loaded to be measured: nothing else of the server knows one. */
const page = (file: string) => import(pathToFileURL(join(root, "app", "ui", "chart", file)).href);
const drawings = async () => ({
  ...(await page("chart-svg.tsx")),
  ...(await page("small-chart.tsx")),
  ...(await page("frame.ts")),
});

let ready: ReturnType<typeof chartWork> | undefined;

async function work({ work, drawn, milliseconds }: Asked): Promise<number[]> {
  ready ??= chartWork(process.env.DATABASE_URL ?? "", await drawings(), drawn);
  const until = performance.now() + milliseconds;
  const took: number[] = [];
  do {
    const asked = performance.now();
    const said = await ready.works[work]();
    if (said.length < 1_000) throw new Error(`The ${work} came back almost empty`);
    took.push(performance.now() - asked);
  } while (performance.now() < until);
  return took;
}

process.on("message", (asked: Asked) => {
  work(asked).then(
    (took) => process.send?.({ took }),
    (error: Error) => process.send?.({ problem: error.stack ?? error.message }),
  );
});
process.once("disconnect", () => process.exit());
process.send?.("ready");
