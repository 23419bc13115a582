import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { NOT_A_TABLE } from "@/server/imports/limits";
import { madeXlsx, madeZip } from "@/server/imports/testing";
import { EMPTY_FILE, NO_ROWS } from "@/server/measures/load/csv";
import { key, testSystem } from "@/server/testing";
import { memoryOf, watchMemory } from "../bench/memory";

vi.setConfig({ testTimeout: 120_000 }); // large files are slow on a busy machine

const world = testSystem();
const megabytes = (count: number) => count * 1024 * 1024;
const bytes = (text: string) => new TextEncoder().encode(text);

/** Bad files, each made only when needed, and the refusal expected. */
const bad: [string, () => Uint8Array, RegExp | string][] = [
  ["nothing", () => new Uint8Array(), /^Select a file/],
  ["a picture", () => new Uint8Array(megabytes(1)).map((_, at) => (at * 7919) % 251), NOT_A_TABLE],
  ["a zip that unpacks to 160 MB", () => madeZip(" ".repeat(megabytes(160))), /too large once it is opened/],
  ["a spreadsheet cut off", () => madeXlsx([["period", "value"]]).slice(0, 700), /cannot be opened/],
  ["one line of 9 MB", () => bytes("word ".repeat(megabytes(9) / 5)), NO_ROWS],
  ["one line of 9 MB, and another", () => bytes(`${"word ".repeat(megabytes(9) / 5)}\nword`), /is a long text/],
  ["a million cells in a line", () => bytes(`${"a,".repeat(1_000_000)}b\n1,2`), /more than 702 columns/],
  ["nothing but commas", () => bytes(",".repeat(megabytes(9))), EMPTY_FILE],
  ["nothing but line ends", () => bytes("\n".repeat(megabytes(9))), EMPTY_FILE],
  ["rows without end", () => bytes(`period,value\n${"2026-04-01,1\n".repeat(700_000)}`), /more than 100,000 rows/],
];

test("a bad file is refused beside its box in plain words; nothing is kept, and the server grows by less than 256 MB", async () => {
  const systemId = await world.system();
  const hospital = await world.organisation(systemId, "PWC");
  const imogen = await world.person("Imogen", { systemId, organisationId: hospital });
  const { measureId } = await imogen.api.measures.define({
    ...{ name: "Seen each day", operationalDefinition: "People seen", counting: "count", unit: "people" },
    ...{ direction: "up", rhythm: "day", systemId, contributors: [hospital], key: key() },
  });
  // Loads the code first, so that only the file's memory is measured
  await imogen.api.imports.start({ measureId });
  for (const [what, make, sentence] of bad) {
    const sent = { measureId, fileName: `${what}.csv`, file: Buffer.from(make()).toString("base64"), key: key() };
    const before = memoryOf(process.pid) ?? 0;
    const memory = watchMemory(process.pid);
    const refused = await imogen.api.imports.chooseFile(sent).catch((error) => error);
    const { own } = memory.stop();
    expect(refused.cause.fieldErrors?.file ?? refused.cause.issues[0].message, what).toMatch(sentence);
    expect((own ?? before) - before, what).toBeLessThan(256);
  }
  const { rows } = await world.db.execute<{ count: number }>(sql`select count(*)::int as count from uploads`);
  expect(rows[0]?.count).toBe(0);
});
