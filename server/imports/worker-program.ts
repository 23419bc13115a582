// Runs long work on uploads, one task at a time, in a worker process: see run-in-worker.ts.
import { setPriority } from "node:os";
import { LoadRefused } from "@/server/measures/load/refused";
import type { WorkerAnswer, WorkerReply, WorkerRequest } from "./run-in-worker";
import { type JobControl, tasks } from "./worker-tasks";

/** Lower priority than the server: nobody has to wait for a background import. */
const PRIORITY = 10;

const send = (answer: WorkerAnswer) =>
  new Promise<void>((resolve, reject) =>
    process.send?.(answer, (error: Error | null) => (error ? reject(error) : resolve())),
  );

/** Whether the server is stopping, from its latest reply. */
let isStopping = false;
let onReply: (() => void) | null = null;
const control: JobControl = {
  isStopping: () => isStopping,
  async extendLease() {
    const replied = new Promise<void>((resolve) => {
      onReply = resolve;
    });
    await send({ progress: true });
    await replied;
  },
};

async function work({ task, input }: WorkerRequest): Promise<WorkerAnswer> {
  try {
    return { done: await (tasks[task] as (input: unknown, control: JobControl) => Promise<unknown>)(input, control) };
  } catch (error) {
    if (error instanceof LoadRefused) return { refused: error.sentences };
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

process.on("message", (message: WorkerRequest | WorkerReply) => {
  if ("stop" in message) {
    isStopping = message.stop;
    onReply?.();
    return;
  }
  isStopping = false;
  void work(message).then(send);
});
// Signals reach the server too, and it decides when to stop; when the server is gone, the worker exits.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
process.once("disconnect", () => process.exit());
setPriority(PRIORITY);
