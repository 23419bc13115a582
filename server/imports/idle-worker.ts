import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";

/** Run from its source, as the commands are: it is no part of the pages' bundle. */
const program = join(/* turbopackIgnore: true */ process.cwd(), "server", "imports", "worker-program.ts");
/** Megabytes that the objects of one such process may take: enough for the largest file that is let in. */
const MAX_HEAP_MB = 160;
/** Milliseconds for which a process waits for the next piece of work, so that one import starts one process. */
const IDLE_MS = 20_000;

type Kept = { leewaySpare?: { child: ChildProcess; until: NodeJS.Timeout } };
/** Each bundle of the pages has its own copy of this file, and they share the process. */
const kept = globalThis as Kept;

/** A process that does long work: one that waits for it, or a new one. */
export function takeWorker(): ChildProcess {
  const spare = kept.leewaySpare;
  kept.leewaySpare = undefined;
  clearTimeout(spare?.until);
  if (spare?.child.connected) {
    spare.child.ref();
    spare.child.channel?.ref();
    return spare.child;
  }
  return fork(/* turbopackIgnore: true */ program, {
    execArgv: [
      `--max-old-space-size=${MAX_HEAP_MB}`,
      "--max-semi-space-size=4",
      "--conditions=react-server",
      "--import",
      "tsx",
    ],
    serialization: "advanced",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}

/** Its work is done: it waits a while for more, and holds nobody up who wants to stop. */
export function returnWorker(child: ChildProcess): void {
  const end = () => child.kill("SIGKILL");
  if (kept.leewaySpare || !child.connected) return void end();
  child.unref();
  child.channel?.unref();
  kept.leewaySpare = { child, until: setTimeout(end, IDLE_MS).unref() };
}
