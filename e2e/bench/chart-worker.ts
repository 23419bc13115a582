// Runs chart tasks in a process of its own, because rendering needs React without the react-server condition
import { type ChartTarget, type ChartTask, chartTasks } from "./chart-tasks";

/** A task to repeat for this long; the answer is how long each run took. */
export type ChartRequest = { task: ChartTask; target: ChartTarget; milliseconds: number };

let tasks: ReturnType<typeof chartTasks> | undefined;

async function repeatTask({ task, target, milliseconds }: ChartRequest): Promise<number[]> {
  tasks ??= chartTasks(process.env.DATABASE_URL ?? "", target);
  const until = performance.now() + milliseconds;
  const took: number[] = [];
  do {
    const startedAt = performance.now();
    const output = await tasks[task]();
    if (output.length < 1_000) throw new Error(`The ${task} came back almost empty`);
    took.push(performance.now() - startedAt);
  } while (performance.now() < until);
  return took;
}

process.on("message", (request: ChartRequest) => {
  repeatTask(request).then(
    (took) => process.send?.({ took }),
    (error: Error) => process.send?.({ problem: error.stack ?? error.message }),
  );
});
process.once("disconnect", () => process.exit());
process.send?.("ready");
