import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { notANumber } from "@/server/measures/load/number-cells";
import { OUT_OF_NOBODY } from "@/server/measures/part";
import { key, testSystem } from "@/server/testing";
import { madeXlsx } from "./testing";
import { bringIn } from "./testing-steps";

const world = testSystem();
const header = ["Day", "Org", "Seen late", "Seen"];
const rows = 10_000;

type Row = { cells: string[]; column: string | null; reason: RegExp | string };
/** 12 kinds of fault: the faulty row made from a good one, and the problem expected for it. */
const faults: ((good: string[], before: string[]) => Row)[] = [
  (_, before) => ({ cells: before, column: null, reason: /^It says the same as row \d+/ }),
  ([, ...rest]) => ({ cells: ["", ...rest], column: "Day", reason: /^It is empty. Write the first day/ }),
  ([, ...rest]) => ({ cells: ["30/02/2026", ...rest], column: "Day", reason: /^"30\/02\/2026" is no day/ }),
  ([, ...rest]) => ({ cells: ["Whitsun", ...rest], column: "Day", reason: /^"Whitsun" is not a day/ }),
  ([, ...rest]) => ({ cells: ["01/01/2199", ...rest], column: "Day", reason: /./ }),
  ([on = "", , ...rest]) => ({ cells: [on, "RZZ", ...rest], column: "Org", reason: /^"RZZ" does not contribute/ }),
  ([on = "", , ...rest]) => ({ cells: [on, "", ...rest], column: "Org", reason: /^It is empty. Write the ODS code/ }),
  ([on = "", , ...rest]) => ({ cells: [on, "NEXT", ...rest], column: "Org", reason: /^You cannot log for NEXT Trust/ }),
  ([on = "", org = ""]) => ({ cells: [on, org, "many", "90"], column: "Seen late", reason: notANumber("many") }),
  ([on = "", org = ""]) => ({
    cells: [on, org, "<5", "90"],
    column: "Seen late",
    reason: /^"<5" hides/,
  }),
  ([on = "", org = ""]) => ({ cells: [on, org, "91", "90"], column: "Seen late", reason: /^Enter 90 or fewer/ }),
  ([on = "", org = ""]) => ({ cells: [on, org, "1", "0"], column: "Seen", reason: OUT_OF_NOBODY }),
];

/** A table with a fault in every 73rd row, 137 in all, with the expected problems by spreadsheet row. */
function planted() {
  const day = (at: number) => new Date(Date.UTC(1998, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);
  const good = (at: number) => [day(at).split("-").reverse().join("/"), "MINE", String(10 + (at % 7)), "90"];
  const expected: (Omit<Row, "cells"> & { row: number })[] = [];
  const table = Array.from({ length: rows }, (_, at) => {
    if (at % 73 !== 7 || expected.length === 137) return good(at);
    const fault = faults[expected.length % faults.length]?.(good(at), good(at - 1));
    if (!fault) throw new Error("there is no such fault");
    const { cells, ...named } = fault;
    expected.push({ ...named, row: at + 2 });
    return cells;
  });
  return { table: [header, ...table], expected };
}

const { table, expected } = planted();
const lines = (between: string, end = "\n") => table.map((cells) => cells.join(between)).join(end);
const files = {
  "commas, as CSV": Buffer.from(lines(",")),
  "semicolons, and lines that end as on an old Mac": Buffer.from(`\ufeff${lines(";", "\r")}`),
  "Unicode text, as Excel calls it": Buffer.from(`\ufeff${lines("\t", "\r\n")}`, "utf16le"),
  "a spreadsheet": madeXlsx(table),
  "quoted cells, as CSV": Buffer.from(table.map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\r\n")),
};

test("137 faults of 12 kinds in 10,000 rows are each named in any file; nothing is saved until the good rows are", async () => {
  expect(expected).toHaveLength(137);
  const systemId = await world.system();
  const [mine, next] = [await world.organisation(systemId, "MINE"), await world.organisation(systemId, "NEXT")];
  await world.db.execute(
    sql`update system_organisations set from_on = '1980-01-01' where system_id = ${systemId}::uuid`,
  );
  const imogen = await world.person("Imogen", { systemId, organisationId: mine });
  const { measureId } = await imogen.api.measures.define({
    ...{ name: "Seen late", operationalDefinition: "After 4 hours", counting: "percentage", direction: "down" },
    ...{ rhythm: "day", systemId, contributors: [mine, next], key: key() },
  });
  const to = { database: world.db, person: imogen, measureId };
  const saved = async () => {
    const { rows } = await world.db.execute<{ count: number }>(sql`select count(*)::int as count from observations`);
    return rows[0]?.count;
  };
  const answers = { days: "day first", small: "leave out" };
  const columns = { periodColumn: "0", contributorColumn: "1", numeratorColumn: "2", denominatorColumn: "3" };
  let last: Awaited<ReturnType<typeof bringIn>> | undefined;
  for (const [kind, file] of Object.entries(files)) {
    last = await bringIn(to, { file }, { answers, columns });
    const { found, problems, problemCount, causes } = await last.find();
    expect(found, kind).toEqual({ good: rows - 137, problemRows: 137, already: 0, different: 0 });
    expect([problems.length, problemCount], kind).toEqual([20, 137]);
    expect(causes, kind).toHaveLength(5);
    expect(causes, kind).toContainEqual({ column: null, reason: "It says the same as another row.", rows: 12 });
    const all = (await imogen.api.imports.problems(last.which)).problems;
    expect(
      all.map(({ row, column }) => ({ row, column })),
      kind,
    ).toEqual(expected.map(({ row, column }) => ({ row, column })));
    for (const [at, { reason }] of all.entries()) expect(reason, kind).toMatch(expected[at]?.reason ?? /^nothing/);
    expect(await saved(), kind).toBe(0);
  }
  await last?.askToSave();
  await last?.step("save an upload");
  expect((await last?.find())?.said?.[0]).toMatch(/^Saved 9,863 results, /);
  expect(await saved()).toBe(9_863);
});
