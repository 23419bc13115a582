import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { experiments, permissionRequests, reminders, systems } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { listDipOutlooks } from "@/server/dips/outlook-queries";
import { findFirstBrokenEntry } from "@/server/journal/queries";
import { findNews } from "@/server/mail/news-queries";
import { findToday } from "@/server/organisations/queries";
import { insertDueReminders, listLongWaiting } from "@/server/permissions/asking/renewal-reminder-queries";
import { findTerms } from "@/server/permissions/terms/queries";
import { hashMaterial, hashTerms, type Terms } from "@/server/permissions/terms/terms";
import { appRouter } from "@/server/root";
import { createCallerFactory } from "@/server/trpc";
import { seedDemoWorld } from "./demo";
import { demoId } from "./ids";

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
  const { fromOn, endsOn, termsHash } = request ?? {};
  const now = await findTerms(fresh.db, demoId("experiment/E08"));
  expect(hashTerms({ ...now, fromOn: fromOn ?? "", endsOn: endsOn ?? "" })).toBe(termsHash);
});

test("the app finds the journals whole", async () => {
  for (const { id } of await fresh.db.select({ id: systems.id }).from(systems)) {
    expect(await findFirstBrokenEntry(fresh.db, id)).toBeNull();
  }
});

function callerAs(key: string) {
  const person = { id: demoId(`person/${key}`), name: key, job: "", isAdministrator: false };
  return createCallerFactory(appRouter)({ database: fresh.db, person });
}

test("each of them finds at home what waits for them", async () => {
  const homeOf = (key: string) => callerAs(key).home.mine();
  const waitsFor = async (key: string) => (await homeOf(key)).requests.map(({ experimentId }) => experimentId);
  // The deputy is on the team, so it goes to another leader as well
  expect(await waitsFor("ruaridh")).toEqual([demoId("experiment/E11")]);
  expect(await waitsFor("delphine")).toEqual([demoId("experiment/E11")]);
  expect(await waitsFor("tomos")).toEqual([]);
  expect(await waitsFor("aurelio")).toEqual([demoId("experiment/E23")]);
  expect(await waitsFor("morwenna")).toEqual([]);
  expect((await homeOf("cordelia")).reviews.map(({ experimentId }) => experimentId)).toEqual([
    demoId("experiment/E22"),
  ]);
  const imogen = await homeOf("imogen");
  expect(imogen.experiments.map(({ id, stage, daysLeft }) => ({ id, stage, soon: (daysLeft ?? 0) <= 20 }))).toEqual([
    { id: demoId("experiment/E09"), stage: "running", soon: true },
  ]);
  const pritam = (await homeOf("pritam")).experiments.find(({ title }) => title === "GP at the front door");
  expect(pritam?.chart).toMatch(/^Sent home from the front door within 2 hours\. .+: \d+%.* in the week to /);
  expect(imogen.results.map(({ measure }) => measure)).toContain("Complaints about leaving");
});

test("rows that other tests seldom read have the shapes their queries state", async () => {
  const { db } = fresh;
  const imogen = callerAs("imogen");
  const experimentId = demoId("experiment/E09");
  const [today, colleagues] = [
    await findToday(db),
    await imogen.organisations.colleagues({ systemId: demoId("system/quillshire") }),
  ];
  expect(colleagues.length).toBeGreaterThan(10);
  expect(await imogen.permissions.coverage({ experimentId, fromOn: today, endsOn: today })).toMatchObject([
    { when: "under way", covered: true },
  ]);
  expect((await imogen.charts.working({ experimentId })).length).toBeGreaterThan(0);
  const all = await db.select({ id: experiments.id }).from(experiments);
  const outlooks = await Promise.all(all.map(({ id }) => listDipOutlooks(db, { id, today })));
  expect(outlooks.flat().length).toBeGreaterThan(0);
  await insertDueReminders(db);
  const reminded = await db.select({ reminderId: reminders.id }).from(reminders);
  const waiting = (await listLongWaiting(db)).map(({ requestId, organisationId }) => ({
    waitingRequestId: requestId,
    organisationId,
  }));
  const news = await Promise.all([...reminded, ...waiting].map((of) => findNews(db, of)));
  expect(news.filter((one) => one?.about === "ends" || one?.about === "waiting").length).toBeGreaterThan(0);
});
