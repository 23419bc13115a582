// Runs long work on uploads, one task at a time, in a worker process: see run-in-worker.ts.
import { setPriority } from "node:os";
import { LoadRefused } from "@/server/measures/load/refused";
import type { WorkerAnswer, WorkerReply, WorkerRequest } from "./run-in-worker";
import { type JobControl, tasks } from "./tasks";

/** Others' pages come first: this is work that somebody can leave and come back to. */
const politeness = 10;

const say = (answer: WorkerAnswer) =>
  new Promise<void>((said, failed) =>
    process.send?.(answer, (error: Error | null) => (error ? failed(error) : said())),
  );

/** Whether the server is to stop, as it said when it last heard that the work goes on. */
let isStopping = false;
let heard: (() => void) | null = null;
const beside: JobControl = {
  isStopping: () => isStopping,
  async keep() {
    const answered = new Promise<void>((next) => {
      heard = next;
    });
    await say({ goesOn: true });
    await answered;
  },
};

async function work({ task, input }: WorkerRequest): Promise<WorkerAnswer> {
  try {
    return { done: await (tasks[task] as (input: unknown, beside: JobControl) => Promise<unknown>)(input, beside) };
  } catch (error) {
    if (error instanceof LoadRefused) return { refused: error.sentences };
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

process.on("message", (said: WorkerRequest | WorkerReply) => {
  if ("stop" in said) {
    isStopping = said.stop;
    heard?.();
    return;
  }
  isStopping = false;
  void work(said).then(say);
});
// The server, which hears the signals too, says when to leave off; when it is gone, nobody waits for this.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
process.once("disconnect", () => process.exit());
setPriority(politeness);
