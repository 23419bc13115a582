import { on } from "node:events";
import { LoadRefused } from "@/server/measures/load/refused";
import { returnWorker, takeWorker } from "./idle-worker";
import type { JobControl, Tasks } from "./tasks";

export type WorkerRequest = { task: keyof Tasks; input: unknown };
/** What is said back to work that goes on: whether it is to leave off. */
export type WorkerReply = { stop: boolean };
export type WorkerAnswer = { goesOn: true } | { done: unknown } | { refused: string[] } | { problem: string };

type WorkerOptions = { within: number; beside?: JobControl };
const alone: JobControl = { keep: async () => undefined, isStopping: () => false };

/**
 * Has long work on an upload done in a process of its own. Meanwhile the pages are served as ever; its memory is given back
 * when it ends, and a file that is too much for it ends nothing else.
 * @param within - milliseconds after which it is ended
 * @throws {LoadRefused} as the work did; WorkerEnded when the process ended without an answer
 */
export async function runInWorker<Task extends keyof Tasks>(
  task: Task,
  input: Parameters<Tasks[Task]>[0],
  { within, beside = alone }: WorkerOptions,
): Promise<Awaited<ReturnType<Tasks[Task]>>> {
  const child = takeWorker();
  const tooLong = setTimeout(() => child.kill("SIGKILL"), within);
  let answered = false;
  try {
    child.send({ task, input } satisfies WorkerRequest);
    for await (const [said] of on(child, "message", { close: ["disconnect"] }) as AsyncIterable<[WorkerAnswer]>) {
      answered = !("goesOn" in said);
      if ("refused" in said) throw new LoadRefused(said.refused);
      if ("problem" in said) throw new Error(said.problem);
      if ("done" in said) return said.done as Awaited<ReturnType<Tasks[Task]>>;
      await beside.keep();
      child.send({ stop: beside.isStopping() } satisfies WorkerReply);
    }
    throw new WorkerEnded();
  } finally {
    clearTimeout(tooLong);
    if (answered) returnWorker(child);
    else child.kill("SIGKILL");
  }
}

/** It took more memory or time than it may, or somebody ended it. */
export class WorkerEnded extends Error {
  constructor() {
    super("The process that did the work ended before it was done.");
  }
}
