import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";

/** Run from source, like the commands: it is not part of the Next.js bundle. */
const program = join(/* turbopackIgnore: true */ process.cwd(), "server", "imports", "worker-program.ts");
/** Heap limit of a worker in MB: enough for the largest file accepted. */
const MAX_HEAP_MB = 160;
/** How long an idle worker waits for its next task, in ms, so that one import needs only one process. */
const IDLE_MS = 20_000;

type Shared = { leewayIdleWorker?: { child: ChildProcess; timeout: NodeJS.Timeout } };
/** On globalThis, because each Next.js bundle has its own copy of this module. */
const shared = globalThis as Shared;

/** The idle worker, or a new one. */
export function takeWorker(): ChildProcess {
  const idle = shared.leewayIdleWorker;
  shared.leewayIdleWorker = undefined;
  clearTimeout(idle?.timeout);
  if (idle?.child.connected) {
    idle.child.ref();
    idle.child.channel?.ref();
    return idle.child;
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

/** Keeps a finished worker for the next task for a while; unref'd, so that it does not keep the server running. */
export function returnWorker(child: ChildProcess): void {
  const end = () => child.kill("SIGKILL");
  if (shared.leewayIdleWorker || !child.connected) return void end();
  child.unref();
  child.channel?.unref();
  shared.leewayIdleWorker = { child, timeout: setTimeout(end, IDLE_MS).unref() };
}
