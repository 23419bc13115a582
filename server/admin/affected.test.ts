import { and, eq, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobs, journal, organisations } from "@/db/schema";
import { runDailyTasks } from "@/server/mail/daily";
import { listUnansweredLetters } from "@/server/permissions/handover/affected-queries";
import { anIdea, daysFrom, key, registerWithRisk } from "@/server/testing";
import { testAdministration } from "./testing";

const world = testAdministration();

async function asked() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const callum = await world.person("Callum", { systemId, organisationId });
  const sunniva = await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  const theo = await world.looksAfter("Theo", systemId);
  const experimentId = await registerWithRisk(callum, { systemId, organisationId });
  await callum.api.permissions.ask({ experimentId, ...daysFrom(), key: key() });
  const acts = async (words: string) =>
    world.db
      .select()
      .from(journal)
      .where(and(eq(journal.systemId, systemId), like(journal.act, `%${words}%`)));
  return { systemId, organisationId, sunniva, theo, experimentId, acts };
}

test("I9: who suspends the last leader first reads for what nobody answers then, and the journal keeps it", async () => {
  const { systemId, organisationId, sunniva, theo, experimentId, acts } = await asked();
  const one = { systemId, personId: sunniva.id };
  expect((await theo.api.admin.people.find(one)).answersAlone).toMatchObject([{ experimentId }]);
  const second = await world.person("Ifeoma", { systemId, organisationId, role: "leader" });
  expect((await theo.api.admin.people.find(one)).answersAlone).toEqual([]);
  await theo.api.admin.people.suspend({ systemId, personId: second.id, key: key() });
  expect(await theo.api.admin.systems.unanswered({ systemId })).toEqual([]);
  await theo.api.admin.people.suspend({ ...one, key: key() });
  expect(await theo.api.admin.systems.unanswered({ systemId })).toMatchObject([{ experimentId }]);
  expect(await acts("suspended Sunniva, so nobody answers there for 1 experiment")).toHaveLength(1);
  expect(await acts("suspended Ifeoma, so")).toHaveLength(0);
});

test("an administrator who may not open an experiment reads its title, and one who works there gets the link", async () => {
  const { systemId, organisationId, sunniva, theo, experimentId } = await asked();
  await theo.api.admin.people.suspend({ systemId, personId: sunniva.id, key: key() });
  const listed = async () => [
    ...(await theo.api.admin.systems.unanswered({ systemId })),
    ...(await theo.api.admin.organisations.find({ systemId, organisationId })).carries,
  ];
  const title = { experimentId, title: anIdea.title };
  expect(await listed()).toMatchObject([
    { ...title, opens: false },
    { ...title, opens: false },
  ]);
  await expect(theo.api.experiments.find({ experimentId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await world.works({ systemId, organisationId, personId: theo.id, role: "member", fromOn: "2020-01-01" });
  expect(await listed()).toMatchObject([
    { ...title, opens: true },
    { ...title, opens: true },
  ]);
  await expect(theo.api.experiments.find({ experimentId })).resolves.toMatchObject({ title: anIdea.title });
});

test("I9: administrators get one letter for an organisation until somebody answers again, and a board's page says it", async () => {
  const { systemId, organisationId, sunniva, theo, experimentId } = await asked();
  const boardId = await world.board(systemId, "Partnership Board");
  const cordelia = await world.person("Cordelia");
  await world.seat(systemId, boardId, cordelia.id, "chair");
  const elsewhere = await world.looksAfter("Una", await world.system());
  const letters = async () => (await listUnansweredLetters(world.db)).filter((letter) => letter.systemId === systemId);
  const queued = async () => {
    await runDailyTasks(world.db);
    const kind = and(eq(jobs.kind, "letter of nobody answering"), like(jobs.key, `%${organisationId} ${systemId}%`));
    return world.db.select().from(jobs).where(kind);
  };
  expect(await queued()).toEqual([]);
  await theo.api.admin.people.suspend({ systemId, personId: sunniva.id, key: key() });
  expect(await letters()).toMatchObject([{ personId: theo.id, experiments: 1, organisationId }]);
  expect(await letters()).not.toContainEqual(expect.objectContaining({ personId: elsewhere.id }));
  expect((await cordelia.api.boards.find({ boardId })).unanswered).toMatchObject([{ experimentId }]);
  expect(await queued()).toHaveLength(1);
  expect(await queued()).toHaveLength(1);
  await theo.api.admin.people.liftSuspension({ systemId, personId: sunniva.id, key: key() });
  expect(await letters()).toEqual([]);
  expect((await cordelia.api.boards.find({ boardId })).unanswered).toEqual([]);
});

test("I9: who closes an organisation first reads what it carries, and the journal keeps it", async () => {
  const { systemId, organisationId, theo, experimentId, acts } = await asked();
  const { carries, name, shortName } = await theo.api.admin.organisations.find({ systemId, organisationId });
  expect(carries).toMatchObject([{ experimentId }]);
  const [{ kind } = { kind: "community" as const }] = await world.db
    .select()
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  const edited = { systemId, organisationId, name, shortName, kind, endsOn: "2026-01-31" };
  await theo.api.admin.organisations.edit({ ...edited, key: key() });
  expect(await acts("after which what it carries of 1 experiment passes to the lead organisation")).toHaveLength(1);
  expect(await theo.api.admin.systems.unanswered({ systemId })).toMatchObject([{ experimentId }]);
});
