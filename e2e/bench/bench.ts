import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pluralise } from "@/server/format";
import { buildIfStale } from "@/server/run/build";
import { root } from "@/server/run/command";
import { type AtEnd, untilStopped } from "@/server/run/until-stopped";
import { chartSubjects } from "./chart-subjects";
import { coverSubjects } from "./cover-subjects";
import { engineSubjects } from "./engine-subjects";
import { measureImports } from "./importing";
import { inspectQueries } from "./inspect-queries";
import { openKeptWorlds } from "./kept-worlds";
import { memoryOfTree, watchMemory } from "./memory";
import { openMillionDatabase } from "./million-database";
import { processorTime } from "./processor-time";
import { asJson, asTable } from "./report";
import { measure, type Plan } from "./rounds";
import { type MemoryRow, scaleRows } from "./scale";
import { againstTable, type Result, scaleTable, toFailures } from "./scale-report";
import { sizedSubjects } from "./sized-subjects";
import { startCounting } from "./statements";
import { logSubject, pageSubjects, type Subject } from "./subjects";
import { startWebServer } from "./web-server";
import { startBareServer, startRawWorker } from "./workers";
import { openDemoWorld, type SizedWorld, sizesFrom, throwawayFolder } from "./worlds";

const thorough: Plan = { rounds: 5, milliseconds: 1_200, warmUp: 3_000, seconds: 400 };
const quick: Plan = { rounds: 3, milliseconds: 400, warmUp: 1_000, seconds: 150 };

type Watched = { subjects: Subject[]; stop(): MemoryRow[] };

/** Starts a production server for a world of each size, and lists what to measure there. */
async function openSizes(folder: string, sizes: readonly SizedWorld[], atEnd: AtEnd): Promise<Watched> {
  const secret = randomBytes(32).toString("base64url");
  const bare = await startBareServer(atEnd);
  const subjects: Subject[] = [];
  const watched: { size: number; idle: number; memory: ReturnType<typeof watchMemory> }[] = [];
  for (const world of await openKeptWorlds(sizes, atEnd)) {
    const server = await startWebServer(world.databaseUrl, { folder, secret }, atEnd);
    const idle = memoryOfTree(server.processId) ?? 0;
    watched.push({ size: world.size.times, idle, memory: watchMemory(server.processId) });
    const served = { ...world, ...server };
    const counter = await startCounting(world.databaseUrl);
    atEnd(() => counter.end());
    subjects.push(...(await sizedSubjects(served, bare, counter, atEnd)));
    if (world.size.times !== sizes[0]?.times) continue;
    const raw = await startRawWorker(world.databaseUrl, atEnd);
    subjects.push(
      ...(await pageSubjects(served, bare)),
      await logSubject(served, raw),
      ...(await coverSubjects(world)),
    );
  }
  // Each work in all sizes, then the next, so that what is compared is measured close together in time
  const names = [...new Set(subjects.map((subject) => subject.what))];
  return {
    subjects: names.flatMap((name) => subjects.filter((subject) => subject.what === name)),
    stop: () => watched.map(({ size, idle, memory }) => ({ size, idle, highest: memory.stop().together ?? 0 })),
  };
}

/** Reports how a page of 30 charts queries a database of a million observations, and lists what to measure there. */
async function openMillionSubjects(folder: string, atEnd: AtEnd): Promise<Subject[]> {
  console.log("Filling a database with 1 million observations …");
  const million = await openMillionDatabase(folder, atEnd);
  const { questions, sequential } = await inspectQueries(million);
  console.log(`A page of 30 charts asks ${questions} questions; rows read without an index: ${sequential || "none"}.`);
  return chartSubjects(million, atEnd);
}

/** Imports 100,000 rows, as an upload and by plain SQL, and while others read pages. */
async function measureImportsInNewWorld(folder: string, atEnd: AtEnd, rounds: number): Promise<string> {
  console.log("Bringing in a spreadsheet of 100,000 rows …");
  const world = await openDemoWorld(folder, "bench_import", atEnd);
  const secret = randomBytes(32).toString("base64url");
  return measureImports(world, await startWebServer(world.databaseUrl, { folder, secret }, atEnd), rounds, atEnd);
}

const argumentAfter = (name: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

function commit(): string {
  try {
    return execFileSync("git", ["describe", "--always", "--dirty"], { cwd: root, encoding: "utf8" }).trim();
  } catch {
    return "unknown"; // not in a checkout
  }
}

const readResult = (file: string): Result => JSON.parse(readFileSync(file, "utf8"));

/** Writes what the sizes cost, for another commit's `--against`. */
function keep(result: Result): void {
  const file = argumentAfter("--out") ?? join(root, ".data", "bench", `${result.commit}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, null, 1)}\n`);
  console.log(`Written to ${file}: compare another commit with it by npm run bench -- --against ${file}`);
}

await untilStopped(async (atEnd) => {
  const plan = process.argv.includes("--quick") ? quick : thorough;
  const onlySizes = process.argv.includes("--sizes");
  const sizes = sizesFrom(process.argv);
  const against = argumentAfter("--against");
  const then = against === undefined ? undefined : readResult(against);
  const built = await buildIfStale(atEnd);
  if (built !== 0) return built;
  if (process.argv.includes("--import")) {
    console.log(await measureImportsInNewWorld(await throwawayFolder(atEnd), atEnd, plan.rounds));
    return 0;
  }
  const began = performance.now();
  const folder = await throwawayFolder(atEnd);
  const worlds = await openSizes(folder, sizes, atEnd);
  const subjects = [...worlds.subjects];
  if (!onlySizes) subjects.push(...(await engineSubjects(atEnd)), ...(await openMillionSubjects(folder, atEnd)));
  const imported = onlySizes ? "" : await measureImportsInNewWorld(folder, atEnd, plan.rounds);
  const { measured, failures } = await measure(subjects, plan, (round) =>
    console.log(`Round ${round} of ${plan.rounds} …`),
  );
  const memory = worlds.stop();
  const rounds = measured[0]?.slices.length ?? 0;
  console.log(`\nMedians of ${pluralise(rounds, "round")}; "at once" is how many ask, each again when answered.`);
  console.log("Answers are not compressed. Who asks shares this machine, so all times are longer than they need be.");
  if (processorTime(process.pid) === null)
    console.log("CPU time is not known: there is no /proc here to read it from.");
  console.log(`\n${asTable(measured.filter(({ work }) => !work))}`);
  console.log(`\nWhat a size costs, 10 at once; the last columns are CPU of both, as times that of another.`);
  const found = { rows: scaleRows(measured), memory, failures: toFailures(failures) };
  const result: Result = { commit: commit(), node: process.versions.node, rounds, ...found };
  console.log(`\n${scaleTable(found)}\n`);
  if (then) console.log(`${againstTable(result, then)}\n`);
  keep(result);
  if (imported) console.log(`\n${imported}\n`);
  console.log(asJson(measured, (performance.now() - began) / 1_000));
  return 0;
}, 130); // interrupted: nothing was measured
