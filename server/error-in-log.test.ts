import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { errorInLog, onOneLine } from "./error-in-log";
import { testSystem } from "./testing";
import { BROKE, router, signedIn } from "./trpc";

const world = testSystem();
const broken = router({
  search: signedIn
    .input(z.object({ q: z.string() }))
    .query(({ ctx, input }) => ctx.db.execute(sql`select title from experiments where title = ${input.q}`)),
  number: signedIn
    .input(z.object({ q: z.string() }))
    .query(({ ctx, input }) => ctx.db.execute(sql`select ${input.q}::int as figure`)),
});

async function answerTo(procedure: "search" | "number", q: string) {
  const person = await world.person("Callum");
  const logged: string[] = [];
  const response = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: new Request(`http://leeway.test/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ q }))}`),
    router: broken,
    createContext: () => ({ database: world.db, person: { ...person, job: "nurse", isAdministrator: false } }) as never,
    onError: ({ error }) => logged.push(errorInLog(error.cause ?? error)),
  });
  return { text: await response.text(), logged: logged.join("\n") };
}

test.each([
  ["search", "Mrs Penhaligon\u0000"],
  ["number", "Mrs Penhaligon"],
] as const)("no answer carries SQL, and a failed query is logged without its parameters: %s", async (procedure, q) => {
  const { text, logged } = await answerTo(procedure, q);
  expect(text).toContain(BROKE);
  expect(text).not.toMatch(/select|params|Penhaligon/i);
  expect(logged).toMatch(/^a query failed: select .*\$1/);
  expect(logged).not.toMatch(/Penhaligon|params|\n/);
});

test("a line of the console stays one line, whatever was typed", () => {
  expect(onOneLine("Paused\nE-mail to eve: Sign in \u001b[2K\u202e")).toBe(
    "Paused\\nE-mail to eve: Sign in \\u001b[2K\\u202e",
  );
});
