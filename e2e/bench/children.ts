import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root, stopProgram } from "@/server/run/command";
import type { AtEnd } from "@/server/run/until-stopped";
import type { Asked } from "./chart-worker";
import type { Series } from "./engine-worker";
import type { ImportAnswer, ImportWork } from "./import-worker";
import type { RawAnswer, RawWork } from "./raw-worker";

const asTheServer = ["--conditions=react-server", "--import", "tsx"];

/** Starts one of this folder's programs and waits for its first word. */
async function startChild(name: string, env: Record<string, string>, atEnd: AtEnd, execArgv = asTheServer) {
  const child = fork(join(root, "e2e", "bench", name), {
    execArgv,
    serialization: "advanced",
    env: { ...process.env, ...env },
  });
  atEnd(() => stopProgram(child));
  const [said] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error(`${name} ended before it was ready`))),
  ]);
  return { child, said: said as unknown };
}

/** The bare web server, in a process of its own as Next is. */
export async function startBareServer(atEnd: AtEnd): Promise<{ processId: number; port: number }> {
  const { child, said } = await startChild("bare-server.ts", {}, atEnd);
  return { processId: child.pid ?? 0, port: Number(said) };
}

/** A process that works out charts' limits and rules. */
export async function startEngineWorker(atEnd: AtEnd) {
  const { child } = await startChild("engine-worker.ts", { NODE_ENV: "production" }, atEnd);
  return { processId: child.pid ?? 0, work: (asked: Series) => ask(child, asked) };
}

/** A process that draws charts of one database, as a production server would, without React's server condition. */
export async function startChartWorker(databaseUrl: string, atEnd: AtEnd) {
  const { child } = await startChild("chart-worker.ts", { DATABASE_URL: databaseUrl, NODE_ENV: "production" }, atEnd, [
    "--import",
    "tsx",
  ]);
  return { processId: child.pid ?? 0, work: (asked: Asked) => ask(child, asked) };
}

export type RawWorker = { processId: number; work(asked: RawWork): Promise<number[]> };

/** Plain SQL on one database, in a process of its own. */
export async function startRawWorker(databaseUrl: string, atEnd: AtEnd): Promise<RawWorker> {
  const { child } = await startChild("raw-worker.ts", { DATABASE_URL: databaseUrl }, atEnd);
  return { processId: child.pid ?? 0, work: (asked) => ask(child, asked) };
}

async function ask(child: ChildProcess, asked: RawWork | Asked | Series): Promise<number[]> {
  child.send(asked);
  const answered = new AbortController();
  const listening = { signal: answered.signal };
  const [said] = await Promise.race([
    once(child, "message", listening),
    once(child, "exit", listening).then(() => Promise.reject(new Error("A process of the bench has ended"))),
  ]);
  answered.abort(); // so that nothing listens to a process many times over
  const answer = said as RawAnswer;
  if ("problem" in answer) throw new Error(`A process of the bench could not go on: ${answer.problem}`);
  return answer.took;
}

/** A process that brings a spreadsheet in, so that its memory is its own. */
export async function startImportWorker(databaseUrl: string, atEnd: AtEnd) {
  const { child } = await startChild("import-worker.ts", { DATABASE_URL: databaseUrl, NODE_ENV: "production" }, atEnd);
  return {
    processId: child.pid ?? 0,
    async work(asked: ImportWork): Promise<number> {
      child.send(asked);
      const [said] = await once(child, "message");
      const answer = said as ImportAnswer;
      if ("problem" in answer) throw new Error(`The import could not go on: ${answer.problem}`);
      return answer.took;
    },
  };
}
