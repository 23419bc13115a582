import { measureContributors, measures, memberships, organisations, systemOrganisations } from "@/db/schema";
import { addDays } from "@/server/days";
import { demoId } from "@/server/demo/ids";
import { madeXlsx } from "@/server/imports/testing";
import type { AtEnd } from "@/server/run/until-stopped";
import { median } from "./figures";
import { measureWaitDuringImport } from "./import-among-readers";
import { memoryOf, watchMemory } from "./memory";
import { startImportWorker } from "./workers";
import type { FilledWorld } from "./worlds";

/** Few, because each waits for a whole import. */
const ROUNDS_WITH_OTHERS = 3;
const contributors = 10;
const days = 10_000;
const systemId = demoId("system/quillshire");
const personId = demoId("person/imogen");

/** Compares 100,000 rows as an upload (CSV, then XLSX) with plain SQL, each import into a new measure. */
export async function measureImports(
  world: FilledWorld,
  server: { port: number; processId: number },
  rounds: number,
  atEnd: AtEnd,
): Promise<string> {
  const organisations = await addOrganisations(world);
  const table = tableRows(organisations.map(({ code }) => code));
  const csv = Buffer.from(table.map((cells) => `${cells.join(",")}\n`).join(""));
  const files = { CSV: csv, XLSX: madeXlsx(table) };
  const raw = await startImportWorker(world.databaseUrl, atEnd);
  const lines: string[] = [];
  for (const [kind, file] of Object.entries(files)) {
    const ours = await startImportWorker(world.databaseUrl, atEnd);
    const common = { systemId, personId, organisations };
    const before = memoryOf(ours.processId);
    const memory = watchMemory(ours.processId);
    const pairs: { mine: number; bare: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const mine = await ours.work({
        side: "ours",
        to: { ...common, file, measureId: await addMeasure(world, organisations) },
      });
      const bare = await raw.work({
        side: "raw",
        to: { ...common, file: csv, measureId: await addMeasure(world, organisations) },
      });
      pairs.push({ mine, bare });
    }
    lines.push(importSentence(kind, file, pairs, { before, ...memory.stop() }));
  }
  for (const [kind, file] of Object.entries(files)) {
    const measureIds: string[] = [];
    while (measureIds.length < ROUNDS_WITH_OTHERS) measureIds.push(await addMeasure(world, organisations));
    lines.push(await measureWaitDuringImport(world, server, { kind, file }, measureIds));
  }
  return lines.join("\n");
}

type Pair = { mine: number; bare: number };
type MemoryUsed = ReturnType<ReturnType<typeof watchMemory>["stop"]> & { before: number | null };

function importSentence(
  kind: string,
  file: Uint8Array,
  pairs: readonly Pair[],
  { before, together, alone }: MemoryUsed,
): string {
  const times = median(pairs.map(({ mine, bare }) => mine / bare)).toFixed(2);
  const seconds = (took: number) => `${(took / 1_000).toFixed(1)} s`;
  const [mine, bare] = [median(pairs.map((pair) => pair.mine)), median(pairs.map((pair) => pair.bare))];
  const memory =
    together === null || alone === null || before === null
      ? "How much memory it took is not known: there is no /proc here to read it from."
      : `It took at most ${(together - before).toFixed(0)} MB beyond what its server takes anyway, ${alone.toFixed(0)} MB of them in a process apart.`;
  const rows = (contributors * days).toLocaleString("en-GB");
  const size = (file.length / 1_048_576).toFixed(1);
  return `Import of ${rows} rows as ${kind} (${size} MB): ${times} times plain SQL, ${seconds(mine)} by ${seconds(bare)}. ${memory}`;
}

async function addOrganisations({ db }: FilledWorld) {
  const codes = Array.from({ length: contributors }, (_, at) => `BENCH${at}`);
  const made = await db
    .insert(organisations)
    .values(codes.map((code) => ({ name: `${code} Trust`, shortName: code, kind: "acute" as const })))
    .returning({ id: organisations.id, code: organisations.shortName });
  const since = "1990-01-01";
  const each = made.map(({ id }) => ({ systemId, organisationId: id, fromOn: since }));
  await db.insert(systemOrganisations).values(each);
  await db.insert(memberships).values(each.map((one) => ({ ...one, personId, role: "member" as const })));
  return made;
}

async function addMeasure({ db }: FilledWorld, organisations: readonly { id: string }[]): Promise<string> {
  const measure = { name: "Seen each day", unit: "people", direction: "up", rhythm: "day", counting: "count" } as const;
  const common = { operationalDefinition: "People seen", definedBy: personId, systemId };
  const [made] = await db
    .insert(measures)
    .values({ ...measure, ...common })
    .returning({ id: measures.id });
  if (!made) throw new Error("the measure was not made");
  await db
    .insert(measureContributors)
    .values(organisations.map(({ id }) => ({ systemId, measureId: made.id, organisationId: id })));
  return made.id;
}

function tableRows(codes: readonly string[]): (string | number)[][] {
  const rows: (string | number)[][] = [["period", "org", "value"]];
  for (let day = 0; day < days; day += 1) {
    const on = addDays("1998-01-01", day);
    for (const [at, code] of codes.entries()) rows.push([on, code, 50 + ((day * 7 + at) % 23)]);
  }
  return rows;
}
