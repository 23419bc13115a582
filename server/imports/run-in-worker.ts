import { on } from "node:events";
import { LoadRefused } from "@/server/measures/load/refused";
import { returnWorker, takeWorker } from "./idle-worker";
import type { JobControl, Tasks } from "./worker-tasks";

export type WorkerRequest = { task: keyof Tasks; input: unknown };
/** Reply to a worker's progress message: whether it should stop. */
export type WorkerReply = { stop: boolean };
export type WorkerAnswer = { progress: true } | { done: unknown } | { refused: string[] } | { problem: string };

type WorkerOptions = { timeoutMs: number; control?: JobControl };
const noControl: JobControl = { extendLease: async () => undefined, isStopping: () => false };

/**
 * Runs long work on an upload in a worker process: the server stays responsive, the memory is released when the worker ends,
 * and a file that is too large for it ends only the worker.
 * @throws {LoadRefused} when the task did; {WorkerEnded} when the worker timed out or ended without an answer
 */
export async function runInWorker<Task extends keyof Tasks>(
  task: Task,
  input: Parameters<Tasks[Task]>[0],
  { timeoutMs, control = noControl }: WorkerOptions,
): Promise<Awaited<ReturnType<Tasks[Task]>>> {
  const child = takeWorker();
  const timeout = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
  let answered = false;
  try {
    child.send({ task, input } satisfies WorkerRequest);
    for await (const [answer] of on(child, "message", { close: ["disconnect"] }) as AsyncIterable<[WorkerAnswer]>) {
      answered = !("progress" in answer);
      if ("refused" in answer) throw new LoadRefused(answer.refused);
      if ("problem" in answer) throw new Error(answer.problem);
      if ("done" in answer) return answer.done as Awaited<ReturnType<Tasks[Task]>>;
      await control.extendLease();
      child.send({ stop: control.isStopping() } satisfies WorkerReply);
    }
    throw new WorkerEnded();
  } finally {
    clearTimeout(timeout);
    if (answered) returnWorker(child);
    else child.kill("SIGKILL");
  }
}

/** The worker exceeded its memory or time limit, or was killed. */
export class WorkerEnded extends Error {
  constructor() {
    super("the import worker ended before its task was done");
  }
}
