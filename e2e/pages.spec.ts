import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "@/server/run/command";
import { pages } from "./every-page";
import { everyWidth, skipLinkFirst } from "./looks";
import { expect, test } from "./story";

/** Pages that other stories open, because they need an administrator of the installation or an upload. */
const elsewhere = ["/admin", "/admin/new", "/measures/[measureId]/import/[uploadId]"];
/** Pages of development builds only. */
const developmentOnly = ["/dev/mailbox"];

for (const [pattern, who, address] of pages) {
  test(`${address.replaceAll(/[0-9a-f-]{36}/g, "…")} as ${who ?? "anyone"}, at every width`, async ({
    comesBack,
    visit,
  }) => {
    const person = await (who ? comesBack(who) : visit());
    expect(await person.opens(address)).toBe(200);
    expect(new URL(person.url()).pathname).toMatch(asExpression(pattern));
    await skipLinkFirst(person);
    await everyWidth(person);
  });
}

test("what is not there says so", async ({ comesBack }) => {
  const imogen = await comesBack("Imogen");
  imogen.mayLog(/status of 404/);
  for (const address of ["/nothing-of-the-kind", ...developmentOnly]) expect(await imogen.opens(address)).toBe(404);
  await everyWidth(imogen);
});

test("no page is left out", () => {
  const files = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" });
  const patterns = files
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.split("/").slice(0, -1).join("/")}`);
  const opened = new Set([...pages.map(([pattern]) => pattern), ...elsewhere, ...developmentOnly]);
  expect(patterns.filter((pattern) => !opened.has(pattern))).toEqual([]);
  expect(patterns.length).toBeGreaterThan(40);
});

const asExpression = (pattern: string) => new RegExp(`^${pattern.replaceAll(/\[\w+\]/g, "[^/]+")}$`);
