import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { type connect, db } from "@/db/client";
import { key, testSystem } from "./testing";
import { tookTooLong } from "./took-too-long";
import { BROKE, router, signedIn } from "./trpc";

const world = testSystem();
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** As the database ends a query that takes too long, or as another error. */
const fails = (condition: string) => sql.raw(`do $$ begin raise exception ${condition}; end $$`);
const ended = "query_canceled using message = 'canceling statement due to statement timeout'";
const input = z.object({ said: z.string(), condition: z.string(), key: z.uuid() });

const slow = router({
  look: signedIn.input(input).query(({ ctx, input: { condition } }) => ctx.db.execute(fails(condition))),
  act: signedIn
    .meta({ may: "registerExperiment" })
    .input(input)
    .mutation(async ({ ctx, input: { said, condition } }) => {
      await ctx.db.execute(sql`reset role`);
      await ctx.db.execute(sql`insert into people (id, name) values (gen_random_uuid(), ${said})`);
      if (condition) await ctx.db.execute(fails(condition));
      return {};
    }),
});

async function answerTo(procedure: "look" | "act", condition: string, said = `Mrs ${key()}`) {
  const person = await world.person("Callum");
  const logged = vi.spyOn(console, "error").mockReturnValue().mockClear();
  const body = JSON.stringify({ said, condition, key: key() });
  const address = `http://leeway.test/api/trpc/${procedure}`;
  const response = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req:
      procedure === "look"
        ? new Request(`${address}?input=${encodeURIComponent(body)}`)
        : new Request(address, { method: "POST", body, headers: { "content-type": "application/json" } }),
    router: slow,
    createContext: () => ({ database: world.db, person: { ...person, job: "nurse", isAdministrator: false } }) as never,
  });
  const { rows } = await world.db.execute(sql`select 1 from people where name = ${said}`);
  const lines = logged.mock.calls.map(String);
  return { status: response.status, text: await response.text(), lines, saved: rows.length };
}

test.each(["look", "act"] as const)(
  "a query that was ended says so, and is logged with its procedure: %s",
  async (procedure) => {
    const { status, text, lines } = await answerTo(procedure, ended);
    expect(text).toContain(tookTooLong);
    expect(text).not.toMatch(/do \$\$|canceling/);
    expect(status).toBe(408); // what is sent from a device stays there and is sent again
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^${procedure} took too long: a query failed: .*57014`))]);
    const other = await answerTo(procedure, "division_by_zero");
    expect(other).toMatchObject({ status: 500, lines: [] });
    expect(other.text).toContain(BROKE);
  },
);

test("what a change did before its query was ended is gone", async () => {
  expect((await answerTo("act", "")).saved).toBe(1);
  expect((await answerTo("act", ended)).saved).toBe(0);
});

test("the app's queries may take 5 seconds, a command's longer", async () => {
  const limitOf = async (database: ReturnType<typeof connect>) =>
    (await database.execute(sql`show statement_timeout`)).rows[0]?.statement_timeout;
  vi.stubEnv("DATABASE_URL", world.url);
  const app = db();
  try {
    expect(await limitOf(app)).toBe("5s");
    expect(await limitOf(world.db)).toBe("15s");
  } finally {
    delete (globalThis as { leewayDb?: unknown }).leewayDb;
    await app.$client.end();
  }
});
