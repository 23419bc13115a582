import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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

/** Plants a file's text at a path and says whether the import rules catch it. */
function caught(path: string, text: string): boolean {
  const biome = join(process.cwd(), "node_modules/.bin/biome");
  const run = spawnSync(biome, ["lint", `--stdin-file-path=${path}`], { input: text, encoding: "utf8" });
  return `${run.stdout}${run.stderr}`.includes("noRestrictedImports");
}

test.each([
  ["db knows no server", "db/planted.ts", "@/server/policy"],
  ["the seed knows no queries", "db/seed/planted.ts", "@/server/risks/queries"],
  ["server knows no pages", "server/risks/queries.ts", "@/app/said"],
  ["SQL lives in queries.ts", "server/risks/score.ts", "drizzle-orm"],
  ["rules see no tables", "server/risks/score.ts", "@/db/schema"],
  ["routers meet only at the root", "server/risks/queries.ts", "@/server/permissions/router"],
  ["pages see no tables", "app/planted.tsx", "@/db/schema"],
  ["pages call no queries", "app/planted.tsx", "@/server/risks/queries"],
  ["the kit knows no domain", "app/ui/planted.tsx", "@/server/risks/score"],
])("import rules: %s", (_, path, from) => {
  expect(caught(path, `import * as planted from "${from}";\nconsole.log(planted);\n`)).toBe(true);
});

test("import rules: what is allowed is left alone", () => {
  const allowed =
    'import { stages } from "@/db/terms";\nimport { api } from "@/server/caller";\nconsole.log(stages, api);\n';
  expect(caught("app/planted.tsx", allowed)).toBe(false);
});

test("every page of a person's address has an h1 and is opened by a story", () => {
  const pages = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("page.tsx"));
  const stories = readdirSync("e2e", { encoding: "utf8" }).filter((file) => file.endsWith(".spec.ts"));
  const opened = stories.map((story) => readFileSync(join("e2e", story), "utf8")).join("\n");
  const addresses = pages.map((page) => `/${page.split("/").slice(0, -1).join("/")}`);
  expect(addresses.filter((address) => !opened.includes(`"${address}"`))).toEqual([]);
});
