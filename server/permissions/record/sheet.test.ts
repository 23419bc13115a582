import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { seedDemoWorld } from "@/server/demo/demo";
import { demoId } from "@/server/demo/ids";
import { maxSheetWords, sheetOf, termLines, wordsOn } from "@/server/permissions/record/sheet";
import { appRouter } from "@/server/root";
import { createCallerFactory } from "@/server/trpc";

describe("the demo world's records", () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await seedDemoWorld(fresh.url);
  });
  afterAll(() => fresh?.drop());

  const readAs = (key: string) => {
    const person = { id: demoId(`person/${key}`), name: key, job: "", isAdministrator: false };
    return createCallerFactory(appRouter)({ database: fresh.db, person }).permissions;
  };

  test("each fits on a sheet of 350 words, with everything that must be on it", async () => {
    const { rows } = await fresh.db.execute<{ id: string; title: string }>(sql`
      select r.id, e.title from permission_requests r join experiments e on e.id = r.experiment_id
        where e.system_id = ${demoId("system/quillshire")} union all
      select u.id, e.title from standing_uses u join experiments e on e.id = u.experiment_id
        where e.system_id = ${demoId("system/quillshire")}`);
    expect(rows.length).toBeGreaterThan(20);
    for (const { id, title } of rows) {
      const sheet = sheetOf(await readAs("jocasta").record({ permissionId: id }));
      expect(wordsOn(sheet), title).toBeLessThanOrEqual(maxSheetWords);
      expect(sheet.wholeFollows, title).toBe(false);
    }
  });
});

test("why longer is a line where it was given, and none of a first request", () => {
  const terms: Parameters<typeof termLines>[0] = {
    ...{ problem: "", predictionBecause: "", measures: [] },
    ...{ changeIdea: "Try it", prediction: "", place: "Ward 3", riskOfNotTrying: "Waiting" },
    ...{ risks: [], expectedDips: [], stopRules: [], team: [], takingPart: [] },
  };
  const named = (of: typeof terms) => termLines(of).map(({ term }) => term);
  expect(named(terms)).not.toContain("Why longer");
  expect(named({ ...terms, whyLonger: "One winter shows too little." })).toContain("Why longer");
});
