import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { sessionCookieName, startSession } from "@/server/auth/session";
import { demoId } from "@/server/demo/ids";
import { median, percentile } from "./figures";
import { memoryOf, watchMemory } from "./memory";
import { type Call, sendRequests } from "./send-requests";
import type { FilledWorld } from "./worlds";

type Server = { port: number; processId: number };
type FileToImport = { kind: string; file: Uint8Array; measureId: string };

const connections = 1;
/** For how long readers are measured before and after each import, and how often its progress is polled. */
const quietMs = 4_000;
const pollMs = 200;

/**
 * Imports a file through the web server while somebody else keeps reading a page there: how much longer the reader waits
 * than before and after, the longest time without new progress, and how much the server's memory grew.
 */
export async function measureWaitDuringImport(
  world: FilledWorld,
  server: Server,
  { kind, file }: Pick<FileToImport, "kind" | "file">,
  measureIds: readonly string[],
): Promise<string> {
  const cookieOf = async (who: string) =>
    `${sessionCookieName()}=${(await startSession(world.db, demoId(`person/${who}`))).token}`;
  const page: Call = { port: server.port, path: "/experiments", cookie: await cookieOf("ravi") };
  const importer = await cookieOf("imogen");
  const readFor = (milliseconds: number, goesOn = () => true) =>
    sendRequests(repeatWhile(page, goesOn), { connections, milliseconds });
  await readFor(2 * quietMs); // a new server's memory grows by itself at first
  const before = memoryOf(server.processId);
  const memory = watchMemory(server.processId);
  const rounds: { p50: number; p95: number; longest: number }[] = [];
  for (const measureId of measureIds) {
    const quiet = await readFor(quietMs);
    let done = false;
    const importing = importFile(server.port, importer, { kind, file, measureId }).finally(() => {
      done = true;
    });
    const busy = await readFor(300_000, () => !done);
    const longest = await importing;
    quiet.push(...(await readFor(quietMs)));
    const times = (hundredths: number) => percentile(busy, hundredths) / percentile(quiet, hundredths);
    rounds.push({ p50: times(50), p95: times(95), longest });
  }
  const { own } = memory.stop();
  const middle = (name: "p50" | "p95") => median(rounds.map((round) => round[name])).toFixed(2);
  const longest = (Math.max(...rounds.map((round) => round.longest)) / 1_000).toFixed(1);
  const grew = own === null || before === null ? "" : ` The server grew by ${Math.max(0, own - before).toFixed(0)} MB.`;
  return `While they come in as ${kind}, others wait ${middle("p50")} times as long at the median and ${middle("p95")} times at p95. Progress was told every ${longest} s at least.${grew}`;
}

function* repeatWhile(call: Call, goesOn: () => boolean): Generator<Call> {
  while (goesOn()) yield call;
}

/** Imports as the pages do. @returns the longest time without new progress, in milliseconds */
async function importFile(port: number, cookie: string, { kind, file, measureId }: FileToImport): Promise<number> {
  const door = `http://127.0.0.1:${port}/api/trpc/imports.`;
  const answered = async (answer: Response) => {
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The import was answered ${answer.status}: ${text.slice(0, 300)}`);
    return JSON.parse(text).result.data;
  };
  const change = async (procedure: string, input: object) =>
    answered(
      await fetch(`${door}${procedure}`, {
        method: "POST",
        headers: { cookie, "content-type": "application/json" },
        body: JSON.stringify({ key: randomUUID(), measureId, ...input }),
      }),
    );
  const ask = async (procedure: string, input: object) =>
    answered(
      await fetch(`${door}${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers: { cookie } }),
    );

  const { uploadId } = await change("chooseFile", {
    ...{ file: Buffer.from(file).toString("base64"), fileName: `bench.${kind.toLowerCase()}` },
  });
  const which = { measureId, uploadId };
  let longest = 0;
  const until = async (wanted: string) => {
    let [latest, since] = ["", performance.now()];
    for (;;) {
      const { state, doneRows } = await ask("progress", which);
      if (`${state} ${doneRows}` !== latest) {
        longest = Math.max(longest, performance.now() - since);
        [latest, since] = [`${state} ${doneRows}`, performance.now()];
      }
      if (state === wanted) return;
      await wait(pollMs);
    }
  };
  const unasked = { days: "", serials: "", inside: "", commas: "", dots: "", percents: "", small: "", blanks: "" };
  await change("check", { uploadId, version: (await ask("find", which)).version, ...unasked });
  await until("checked");
  await change("save", { uploadId, version: (await ask("find", which)).version, different: "leave" });
  await until("saved");
  return longest;
}
