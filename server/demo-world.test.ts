import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { experiments, permissionRequests, systems } from "@/db/schema";
import { seedDemoWorld } from "@/db/seed/demo";
import { demoId } from "@/db/seed/ids";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { findFirstBrokenEntry } from "@/server/journal/queries";
import { findTerms } from "@/server/permissions/queries";
import { hashMaterial, hashTerms, type Terms } from "@/server/permissions/terms";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await seedDemoWorld(fresh.url);
});
afterAll(() => fresh?.drop());

test("the app finds the demo world's terms word for word, and the same fingerprints of them", async () => {
  const { db } = fresh;
  const all = await db.select({ id: experiments.id, hash: experiments.materialHash }).from(experiments);
  expect(all.length).toBe(27);
  for (const { id, hash } of all) expect(hashMaterial(await findTerms(db, id)), id).toBe(hash);
  for (const request of await db.select().from(permissionRequests)) {
    expect(hashTerms(request.terms as Terms)).toBe(request.termsHash);
    expect(hashMaterial(request.terms as Terms)).toBe(request.materialHash);
  }
});

test("a request whose words are still in force is exactly what would be asked now", async () => {
  const [request] = await fresh.db
    .select()
    .from(permissionRequests)
    .where(eq(permissionRequests.id, demoId("request/E08/1")));
  const { fromOn, untilOn, termsHash } = request ?? {};
  const now = await findTerms(fresh.db, demoId("experiment/E08"));
  expect(hashTerms({ ...now, fromOn: fromOn ?? "", untilOn: untilOn ?? "" })).toBe(termsHash);
});

test("the app finds the journals whole", async () => {
  for (const { id } of await fresh.db.select({ id: systems.id }).from(systems)) {
    expect(await findFirstBrokenEntry(fresh.db, id)).toBeNull();
  }
});
