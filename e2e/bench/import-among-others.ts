import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { sessionCookieName, startSession } from "@/server/auth/session";
import { demoId } from "@/server/demo/ids";
import { median, percentile } from "./figures";
import { memoryOf, watchMemory } from "./memory";
import { type Call, press } from "./press";
import type { FilledWorld } from "./worlds";

type Server = { port: number; processId: number };
type ToBring = { kind: string; file: Uint8Array; measureId: string };

const connections = 1;
/** Milliseconds for which others are watched before and after each import, and between looks at how far it has come. */
const quietly = 4_000;
const often = 200;

/**
 * Brings a file in through the pages' own server, round after round, while somebody else reads a page there again and again:
 * how much longer they wait than just before and after, how seldom there was something new to tell whoever waits for the
 * import, and how much the server grew.
 */
export async function measureAmongOthers(
  world: FilledWorld,
  server: Server,
  { kind, file }: Pick<ToBring, "kind" | "file">,
  measureIds: readonly string[],
): Promise<string> {
  const cookieOf = async (who: string) =>
    `${sessionCookieName()}=${(await startSession(world.db, demoId(`person/${who}`))).token}`;
  const page: Call = { port: server.port, path: "/experiments", cookie: await cookieOf("ravi") };
  const importer = await cookieOf("imogen");
  const readFor = (milliseconds: number, goesOn = () => true) =>
    press(whileThat(page, goesOn), { connections, milliseconds });
  await readFor(2 * quietly); // a new server grows by itself at first
  const before = memoryOf(server.processId);
  const memory = watchMemory(server.processId);
  const rounds: { p50: number; p95: number; longest: number }[] = [];
  for (const measureId of measureIds) {
    const quiet = await readFor(quietly);
    let done = false;
    const importing = bringIn(server.port, importer, { kind, file, measureId }).finally(() => {
      done = true;
    });
    const busy = await readFor(300_000, () => !done);
    const longest = await importing;
    quiet.push(...(await readFor(quietly)));
    const times = (hundredths: number) => percentile(busy, hundredths) / percentile(quiet, hundredths);
    rounds.push({ p50: times(50), p95: times(95), longest });
  }
  const { own } = memory.stop();
  const middle = (name: "p50" | "p95") => median(rounds.map((round) => round[name])).toFixed(2);
  const longest = (Math.max(...rounds.map((round) => round.longest)) / 1_000).toFixed(1);
  const grew = own === null || before === null ? "" : ` The server grew by ${Math.max(0, own - before).toFixed(0)} MB.`;
  return `While they come in as ${kind}, others wait ${middle("p50")} times as long at the median and ${middle("p95")} times at p95. Progress was told every ${longest} s at least.${grew}`;
}

function* whileThat(call: Call, goesOn: () => boolean): Generator<Call> {
  while (goesOn()) yield call;
}

/** As the pages do it. @returns the longest time, in milliseconds, without anything new to tell */
async function bringIn(port: number, cookie: string, { kind, file, measureId }: ToBring): Promise<number> {
  const door = `http://127.0.0.1:${port}/api/trpc/imports.`;
  const answered = async (answer: Response) => {
    const said = await answer.text();
    if (!answer.ok) throw new Error(`The import was answered ${answer.status}: ${said.slice(0, 300)}`);
    return JSON.parse(said).result.data;
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
  /** Looks how far it has come until it is there. */
  const until = async (wanted: string) => {
    let [latest, since] = ["", performance.now()];
    for (;;) {
      const { state, doneRows } = await ask("progress", which);
      if (`${state} ${doneRows}` !== latest) {
        longest = Math.max(longest, performance.now() - since);
        [latest, since] = [`${state} ${doneRows}`, performance.now()];
      }
      if (state === wanted) return;
      await wait(often);
    }
  };
  const unasked = { days: "", serials: "", inside: "", commas: "", dots: "", percents: "", small: "", blanks: "" };
  await change("check", { uploadId, version: (await ask("find", which)).version, ...unasked });
  await until("checked");
  await change("save", { uploadId, version: (await ask("find", which)).version, different: "leave" });
  await until("saved");
  return longest;
}
