import { randomBytes } from "node:crypto";
import { pluralise } from "@/server/format";
import { buildIfStale } from "@/server/run/build";
import { type AtEnd, untilStopped } from "@/server/run/until-stopped";
import { chartSubjects } from "./chart-subjects";
import { coverSubjects } from "./cover-subjects";
import { engineSubjects } from "./engine-subjects";
import { measureImports } from "./importing";
import { inspectQueries } from "./inspect-queries";
import { openMillionDatabase } from "./million-database";
import { processorTime } from "./processor-time";
import { asJson, asTable, growthTable } from "./report";
import { measure, type Plan } from "./rounds";
import { logSubject, pageSubjects, type Subject } from "./subjects";
import { startWebServer } from "./web-server";
import { startBareServer, startRawWorker } from "./workers";
import { openWorld, sizes, throwawayFolder } from "./worlds";

const thorough: Plan = { rounds: 5, milliseconds: 1_200, warmUp: 3_000, seconds: 240 };
const quick: Plan = { rounds: 3, milliseconds: 400, warmUp: 1_000, seconds: 45 };

/** Starts a production server for a world of each size, and lists what to measure there. */
async function openAllSizes(folder: string, atEnd: AtEnd): Promise<Subject[]> {
  const secret = randomBytes(32).toString("base64url");
  const bare = await startBareServer(atEnd);
  const subjects: Subject[] = [];
  for (const size of sizes) {
    console.log(`Filling a database with the demo world, ${size.times === 1 ? "once" : `${size.times} times over`} …`);
    const world = await openWorld(folder, size, atEnd);
    const served = { ...world, ...(await startWebServer(world.databaseUrl, { folder, secret }, atEnd)) };
    const raw = await startRawWorker(world.databaseUrl, atEnd);
    subjects.push(...(await pageSubjects(served, bare)), await logSubject(served, raw));
    if (size === sizes.at(-1)) subjects.push(...(await coverSubjects(world)));
  }
  // Each subject in all sizes, then the next, so that what is compared is measured close together in time
  const names = [...new Set(subjects.map((subject) => subject.what))];
  return names.flatMap((name) => subjects.filter((subject) => subject.what === name));
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
  const world = await openWorld(folder, sizes[0], atEnd, "bench_import");
  const secret = randomBytes(32).toString("base64url");
  return measureImports(world, await startWebServer(world.databaseUrl, { folder, secret }, atEnd), rounds, atEnd);
}

await untilStopped(async (atEnd) => {
  const plan = process.argv.includes("--quick") ? quick : thorough;
  const built = await buildIfStale(atEnd);
  if (built !== 0) return built;
  if (process.argv.includes("--import")) {
    console.log(await measureImportsInNewWorld(await throwawayFolder(atEnd), atEnd, plan.rounds));
    return 0;
  }
  const began = performance.now();
  const folder = await throwawayFolder(atEnd);
  const subjects = [
    ...(await openAllSizes(folder, atEnd)),
    ...(await engineSubjects(atEnd)),
    ...(await openMillionSubjects(folder, atEnd)),
  ];
  const imported = await measureImportsInNewWorld(folder, atEnd, plan.rounds);
  const measured = await measure(subjects, plan, (round) => console.log(`Round ${round} of ${plan.rounds} …`));
  const rounds = pluralise(measured[0]?.slices.length ?? 0, "round");
  console.log(`\nMedians of ${rounds}; "at once" is how many ask, each again when answered.`);
  console.log("Pages are not compressed. Who asks shares this machine, so all times are longer than they need be.");
  if (processorTime(process.pid) === null)
    console.log("CPU time is not known: there is no /proc here to read it from.");
  console.log(`\n${asTable(measured)}`);
  console.log(`\nWhat ${sizes.at(-1)?.name} the data costs: ours there by ours at the demo's size.`);
  console.log(`\n${growthTable(measured)}\n`);
  console.log(`${imported}\n`);
  console.log(asJson(measured, (performance.now() - began) / 1_000));
  return 0;
}, 130); // interrupted: nothing was measured
