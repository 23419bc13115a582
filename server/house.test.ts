import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import * as policies from "@/server/policy";
import { appRouter } from "@/server/root";

const lines = Object.entries(policies).flatMap(([name, table]) =>
  name.toLowerCase().endsWith("policy") ? Object.keys(table as object) : [],
);
const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { type: string; meta?: { may?: string } } }>,
);
const changes = procedures.filter(([, procedure]) => procedure._def.type === "mutation");

test("every change names a line of the policy that exists", () => {
  expect(changes.length).toBeGreaterThan(15);
  for (const [name, procedure] of changes)
    expect(lines, `${name} may "${procedure._def.meta?.may}"`).toContain(procedure._def.meta?.may);
});

test("every line of the policy is used by a change: what is not done needs no rule", () => {
  const used = new Set(changes.map(([, procedure]) => procedure._def.meta?.may));
  expect(lines.filter((line) => !used.has(line))).toEqual([]);
});

const breaches = [
  ["db knows no server", "db/planted.ts", "@/server/policy"],
  ["no folder of db knows a server", "db/embedded/planted.ts", "@/server/risks/score"],
  ["server knows no pages", "server/risks/queries.ts", "@/app/notices"],
  ["the product imports no proof", "server/planted.ts", "@/e2e/days"],
  ["SQL lives in queries.ts", "server/risks/score.ts", "drizzle-orm"],
  ["rules see no tables", "server/risks/input.ts", "@/db/schema"],
  ["routers meet only at the root", "server/permissions/asking/queries.ts", "@/server/risks/router"],
  ["pages see no tables", "app/planted.tsx", "@/db/schema"],
  ["pages call no queries", "app/calling.tsx", "@/server/risks/queries"],
  ["the kit knows no domain", "app/ui/planted.tsx", "@/server/risks/score"],
] as const;
const allowed = [
  ["app/allowed.tsx", "@/db/vocabulary"],
  ["app/allowed-too.tsx", "@/server/caller"],
  ["server/journal/queries.ts", "drizzle-orm"],
  ["server/demo/rows/planted.ts", "@/db/schema"],
] as const;

/** Plants files in a copy of the folders. @returns those whose imports the linter refuses */
function plantAndLint(): string[] {
  const house = mkdtempSync(join(tmpdir(), "leeway-house-"));
  const settings = JSON.parse(readFileSync("biome.json", "utf8"));
  writeFileSync(join(house, "biome.json"), JSON.stringify({ ...settings, vcs: { enabled: false } }));
  for (const [path, from] of [...breaches.map(([, path, from]) => [path, from] as const), ...allowed]) {
    mkdirSync(join(house, dirname(path)), { recursive: true });
    writeFileSync(join(house, path), `import * as planted from "${from}";\nconsole.log(planted);\n`);
  }
  const biome = join(process.cwd(), "node_modules/.bin/biome");
  const { stdout } = spawnSync(biome, ["lint", "--reporter=github"], { cwd: house, encoding: "utf8" });
  rmSync(house, { recursive: true });
  const refusals = stdout.split("\n").filter((line) => line.includes("noRestrictedImports"));
  return refusals.flatMap((line) => /file=.*?leeway-house-[^/]+\/([^,]+)/.exec(line)?.[1] ?? []);
}

test("the import rules catch a breach of each, and leave what is allowed alone", () => {
  const refused = plantAndLint();
  for (const [rule, path] of breaches) expect(refused, rule).toContain(path);
  for (const [path] of allowed) expect(refused).not.toContain(path);
});

test("the address of every page stands in a story", () => {
  const pages = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("page.tsx"));
  const stories = readdirSync("e2e", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const opened = stories.map((story) => readFileSync(join("e2e", story), "utf8")).join("\n");
  const addresses = pages.map((page) => `/${page.split("/").slice(0, -1).join("/")}`);
  expect(addresses.filter((address) => !opened.includes(`"${address}"`))).toEqual([]);
});

const isCode = (file: string) => /(?<!\.test|(^|\/)testing)\.tsx?$/.test(file);
const codeOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter(isCode);
const endsWith = (names: string) => new RegExp(`(^|[/-])(${names})\\.ts$`);
/** What a file does that its name must say: other words in a name are its subject, so that one knows where to look. */
const namedFor = {
  "builds procedures": { does: /\.(mutation|query)\(\(?(async )?\(?\{/, name: endsWith("router|procedures?") },
  "says SQL": { does: /import .*\bfrom "drizzle-orm"/, name: endsWith("queries|procedure") },
  "takes what people send": { does: /export const \w+Input = z\b/, name: endsWith("input") },
};

test("a file's name says what it does: router or procedures, queries, input, or else a plain rule", () => {
  const rooms = readdirSync("server").filter((room) => !["run", "demo", "jobs", "journal", "auth"].includes(room));
  const rules = rooms.filter((room) => !room.includes(".")).flatMap((room) => codeOf(join("server", room)));
  expect(rules.length).toBeGreaterThan(200);
  for (const [what, { does, name }] of Object.entries(namedFor)) {
    const doing = rules.filter((file) => does.test(readFileSync(file, "utf8")));
    expect(doing.length, what).toBeGreaterThan(9);
    expect(
      doing.filter((file) => !name.test(file)),
      what,
    ).toEqual([]);
  }
});

/** Whether a file trusts the row type of raw SQL, or reads rows by a shape that allows unknown columns. */
const trustsRows = (text: string) =>
  /\.(execute|query)</.test(text) ||
  (/"(@\/db|\.)\/(rows|shapes)"/.test(text) && /\bz\.(object|looseObject)\(/.test(text));

test("the row types of written SQL are checked by db/rows.ts, with strict shapes", () => {
  const planted = [
    "await db.execute<{ id: string }>(sql`select id from risks`)",
    'await client.query<Row>("select 1")',
    'import { read } from "@/db/rows";\nconst riskRow = z.object({ id: z.uuid() });',
  ];
  const fine = [
    "await tx.execute(sql`delete from uploads`)",
    'import { read } from "@/db/rows";\nconst riskRow = z.strictObject({ id: z.uuid() });',
  ];
  expect([...planted, ...fine].filter(trustsRows)).toEqual(planted);
  const code = ["db", "server"].flatMap(codeOf);
  expect(code.length).toBeGreaterThan(300);
  expect(code.filter((file) => trustsRows(readFileSync(file, "utf8")))).toEqual([]);
});

test("no query reads the journal's details: what a rule or a page needs to know has a row of its own", () => {
  const readsDetails = /\bdetails(\s*(->|#>|@>)|\s\?\s)/;
  for (const breach of ["j.details @> '{}'", "j.details->>'fix'", "details ? 'news'"])
    expect(breach).toMatch(readsDetails);
  const sources = ["server", "db"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  const queries = sources.filter((file) => /\.(ts|sql)$/.test(file) && file !== "server/house.test.ts");
  expect(queries.length).toBeGreaterThan(200);
  expect(queries.filter((file) => readsDetails.test(readFileSync(file, "utf8")))).toEqual([]);
});
