import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root, stopProgram } from "@/server/run/command";
import type { AtEnd } from "@/server/run/until-stopped";
import type { ChartRequest } from "./chart-worker";
import type { EngineRequest } from "./engine-worker";
import type { ImportAnswer, ImportWork } from "./import-worker";
import type { RawAnswer, RawWork } from "./raw-worker";

const serverConditions = ["--conditions=react-server", "--import", "tsx"];

/** Starts one of this folder's programs and waits for its first message. */
async function startChild(name: string, env: Record<string, string>, atEnd: AtEnd, execArgv = serverConditions) {
  const child = fork(join(root, "e2e", "bench", name), {
    execArgv,
    serialization: "advanced",
    env: { ...process.env, ...env },
  });
  atEnd(() => stopProgram(child));
  const [message] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error(`${name} ended before it was ready`))),
  ]);
  return { child, message: message as unknown };
}

/** The baseline web server, in a process of its own like Next. */
export async function startBareServer(atEnd: AtEnd): Promise<{ processId: number; port: number }> {
  const { child, message } = await startChild("bare-server.ts", {}, atEnd);
  return { processId: child.pid ?? 0, port: Number(message) };
}

/** The baseline for data of one database. */
export async function startBareDataServer(databaseUrl: string, systemId: string, atEnd: AtEnd) {
  const env = { DATABASE_URL: databaseUrl, BENCH_SYSTEM: systemId, NODE_ENV: "production" };
  const { child, message } = await startChild("bare-data-server.ts", env, atEnd);
  return { processId: child.pid ?? 0, port: Number(message) };
}

/** A process that computes charts' limits and rules. */
export async function startEngineWorker(atEnd: AtEnd) {
  const { child } = await startChild("engine-worker.ts", { NODE_ENV: "production" }, atEnd);
  return { processId: child.pid ?? 0, work: (request: EngineRequest) => requestWork(child, request) };
}

export async function startChartWorker(databaseUrl: string, atEnd: AtEnd) {
  const { child } = await startChild("chart-worker.ts", { DATABASE_URL: databaseUrl, NODE_ENV: "production" }, atEnd, [
    "--import",
    "tsx",
  ]);
  return { processId: child.pid ?? 0, work: (request: ChartRequest) => requestWork(child, request) };
}

export type RawWorker = { processId: number; work(request: RawWork): Promise<number[]> };

/** A process that logs results by plain SQL. */
export async function startRawWorker(databaseUrl: string, atEnd: AtEnd): Promise<RawWorker> {
  const { child } = await startChild("raw-worker.ts", { DATABASE_URL: databaseUrl }, atEnd);
  return { processId: child.pid ?? 0, work: (request) => requestWork(child, request) };
}

async function requestWork(child: ChildProcess, request: RawWork | ChartRequest | EngineRequest): Promise<number[]> {
  child.send(request);
  const answered = new AbortController();
  const listening = { signal: answered.signal };
  const [message] = await Promise.race([
    once(child, "message", listening),
    once(child, "exit", listening).then(() => Promise.reject(new Error("A worker of the benchmark has ended"))),
  ]);
  answered.abort(); // otherwise listeners would pile up
  const answer = message as RawAnswer;
  if ("problem" in answer) throw new Error(`A worker of the benchmark could not go on: ${answer.problem}`);
  return answer.took;
}

/** A process that imports a spreadsheet, so that its memory can be measured alone. */
export async function startImportWorker(databaseUrl: string, atEnd: AtEnd) {
  const { child } = await startChild("import-worker.ts", { DATABASE_URL: databaseUrl, NODE_ENV: "production" }, atEnd);
  return {
    processId: child.pid ?? 0,
    async work(request: ImportWork): Promise<number> {
      child.send(request);
      const [message] = await once(child, "message");
      const answer = message as ImportAnswer;
      if ("problem" in answer) throw new Error(`The import could not go on: ${answer.problem}`);
      return answer.took;
    },
  };
}
