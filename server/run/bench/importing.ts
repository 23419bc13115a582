import { measureContributors, measures, memberships, organisations, systemOrganisations } from "@/db/schema";
import { demoId } from "@/db/seed/ids";
import type { AtEnd } from "../until-stopped";
import { startImportWorker } from "./children";
import type { FilledWorld } from "./worlds";

/** What is brought in, and to where. */
export type Brought = {
  measureId: string;
  systemId: string;
  personId: string;
  csv: string;
  organisations: { id: string; code: string }[];
};

const contributors = 10;
const days = 10_000;
const systemId = demoId("system/quillshire");
const personId = demoId("person/imogen");

/** 100,000 rows as an upload beside the same by plain SQL, each into a measure of its own, in turn. */
export async function measureImport(world: FilledWorld, rounds: number, atEnd: AtEnd): Promise<string> {
  const known = await addOrganisations(world);
  const csv = rowsOf(known.map(({ code }) => code));
  const [ours, raw] = [
    await startImportWorker(world.databaseUrl, atEnd),
    await startImportWorker(world.databaseUrl, atEnd),
  ];
  const ratios: number[] = [];
  let line = "";
  for (let round = 0; round < rounds; round += 1) {
    const to = async () => ({
      ...{ systemId, personId, csv, organisations: known },
      measureId: await addMeasure(world, known),
    });
    const mine = await ours.work({ how: "ours", to: await to() });
    const bare = await raw.work({ how: "raw", to: await to() });
    ratios.push(mine.took / bare.took);
    const seconds = (took: number) => (took / 1_000).toFixed(1);
    line = `${seconds(mine.took)} s, by plain SQL ${seconds(bare.took)} s; its process took at most ${mine.megabytes.toFixed(0)} MB`;
  }
  const median = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? Number.NaN;
  return `Import of ${(contributors * days).toLocaleString("en-GB")} rows: ${median.toFixed(2)} times plain SQL (last round ${line}).`;
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

async function addMeasure({ db }: FilledWorld, known: readonly { id: string }[]): Promise<string> {
  const measure = { name: "Seen each day", unit: "people", direction: "up", rhythm: "day", counting: "count" } as const;
  const told = { operationalDefinition: "People seen", definedBy: personId, systemId };
  const [made] = await db
    .insert(measures)
    .values({ ...measure, ...told })
    .returning({ id: measures.id });
  if (!made) throw new Error("the measure was not made");
  await db
    .insert(measureContributors)
    .values(known.map(({ id }) => ({ systemId, measureId: made.id, organisationId: id })));
  return made.id;
}

function rowsOf(codes: readonly string[]): string {
  const first = Date.UTC(1998, 0, 1);
  const rows = ["period,org,value"];
  for (let day = 0; day < days; day += 1) {
    const on = new Date(first + day * 86_400_000).toISOString().slice(0, 10);
    for (const [at, code] of codes.entries()) rows.push(`${on},${code},${50 + ((day * 7 + at) % 23)}`);
  }
  return `${rows.join("\n")}\n`;
}
