import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { boardSeats, deputies, memberships } from "@/db/schema";
import { londonDay } from "@/server/days";
import { jobKinds } from "@/server/jobs/kinds";
import { mailThroughout } from "@/server/mail/testing";
import { daysFrom, key, type TestPerson, testSystem } from "@/server/testing";

const world = testSystem();
const server = mailThroughout();
const kind = "letters of a standing permission";

const waiting = async () =>
  (
    await world.db.execute<{ id: string; payload: object }>(
      sql`select id, payload from jobs where kind = ${kind} and done_at is null`,
    )
  ).rows;

async function work() {
  for (const { id, payload } of await waiting()) {
    const context = { database: world.db, extendLease: async () => undefined, isStopping: () => false };
    await jobKinds[kind]?.({ ...context, payload });
    await world.db.execute(sql`update jobs set done_at = now() where id = ${id}`);
  }
}

/** The letters sent when all that waits is done, by the first names of who got them. */
async function letters(
  everyone: Record<string, TestPerson>,
  meanwhile: () => Promise<unknown> = async () => undefined,
) {
  server.taken.length = 0;
  await work();
  await meanwhile();
  await work();
  const { rows } = await world.db.execute<{ id: string; email: string }>(sql`select id, email from people`);
  const emailOf = new Map(rows.map(({ id, email }) => [id, email]));
  const sent = server.taken.map(({ to, text }) => ({ to: to[0] ?? "", text: text.replaceAll("=\r\n", "") }));
  const named = Object.entries(everyone).flatMap(([name, { id }]) =>
    sent.filter(({ to }) => to === emailOf.get(id)).map(({ text }) => ({ name, text })),
  );
  expect(named).toHaveLength(sent.length);
  return { to: named.map(({ name }) => name).toSorted(), text: named[0]?.text ?? "" };
}

/** Two organisations with their leaders and a deputy, who else is near, and a chair and another seat on a board. */
async function aSystem() {
  const systemId = await world.system();
  const [och, quh] = [await world.organisation(systemId, "OCH"), await world.organisation(systemId, "QUH")];
  const leads = (name: string, organisationId: string) =>
    world.person(name, { systemId, organisationId, role: "leader" });
  const elsewhere = await world.system("Elsewhere");
  const everyone = {
    sunniva: await leads("Sunniva", och),
    jocasta: await leads("Jocasta", quh),
    bronagh: await leads("Bronagh", och),
    deputy: await world.person("Deputy", { systemId, organisationId: och }),
    callum: await world.person("Callum", { systemId, organisationId: och }),
    suspended: await leads("Suspended", och),
    formerly: await leads("Formerly", och),
    elsewhere: await world.person("Elsewhere", {
      ...{ systemId: elsewhere, organisationId: await world.organisation(elsewhere, "ELS"), role: "leader" },
    }),
    cordelia: await world.person("Cordelia"),
    marcus: await world.person("Marcus"),
  };
  await world.db.execute(sql`update people set suspended_at = now() where id = ${everyone.suspended.id}`);
  await world.db.execute(sql`update memberships set ends_on = '2026-01-01' where person_id = ${everyone.formerly.id}`);
  const [leaderId, deputyId] = [everyone.sunniva.id, everyone.deputy.id];
  await world.db.insert(deputies).values({ systemId, organisationId: och, leaderId, deputyId, ...daysFrom() });
  const board = await world.board(systemId, "Partnership Board");
  await world.seat(systemId, board, everyone.cordelia.id, "chair");
  await world.seat(systemId, board, everyone.marcus.id);
  await world.db.update(boardSeats).set({ organisationId: quh }).where(eq(boardSeats.personId, everyone.marcus.id));
  const words = { highestScores: { people: 6 }, longestWeeks: 6, note: "Small.", fromOn: londonDay(new Date()) };
  const give = async (by: TestPerson, organisationId?: string) =>
    (await by.api.standing.give({ systemId, ...words, organisationId, key: key() })).standingId;
  const withdraw = (by: TestPerson, standingId: string) =>
    by.api.standing.withdraw({
      systemId,
      standingId,
      reason: "Permission is given.\nhttps://evil.example",
      key: key(),
    });
  const confirm = (standingId: string, by: TestPerson = everyone.marcus) =>
    by.api.standing.confirm({ systemId, standingId, key: key() });
  return { systemId, och, quh, everyone, give, withdraw, confirm, sent: letters.bind(null, everyone) };
}

test("I10: everyone who answers for an organisation of the system hears, once, of a floor that is confirmed", async () => {
  const it = await aSystem();
  const floor = await it.give(it.everyone.cordelia);
  expect((await it.sent()).to).toEqual([]); // proposed, it changes nothing yet
  await it.confirm(floor);
  await expect(it.confirm(floor)).rejects.toThrow("has confirmed it already");
  const { to, text } = await it.sent();
  expect(to).toEqual(["bronagh", "deputy", "jocasta", "sunniva"]);
  expect(text).toContain("Subject: What may start without asking in the whole of Larkmoor and Penwick");
  expect(text).toContain("Cordelia proposed what may start without asking in the whole of Larkmoor and Penwick, and");
  expect(text).toContain("Marcus confirmed it:");
  expect(text).toMatch(/The highest score is 6 for people\.[\s\S]*It holds from \d+ \w+ \d{4} on\./);
  expect(text).toContain("for up to 6 weeks.");
  expect(text).toContain(`https://leeway.example/standing/${floor}`);
  const unfinished = sql`update jobs set done_at = null where kind = ${kind} and not payload ? 'personId'`;
  await world.db.execute(unfinished); // a worker that was interrupted does it again
  expect((await it.sent()).to).toEqual([]);
});

test("I10: a floor taken back is heard of by the same people, one that nobody had confirmed by nobody", async () => {
  const it = await aSystem();
  const { cordelia } = it.everyone;
  await it.withdraw(cordelia, await it.give(cordelia));
  expect((await it.sent()).to).toEqual([]);
  const floor = await it.give(cordelia);
  await it.confirm(floor);
  await it.sent();
  await it.withdraw(cordelia, floor);
  const { to, text } = await it.sent();
  expect(to).toEqual(["bronagh", "deputy", "jocasta", "sunniva"]);
  expect(text).toContain("Cordelia took back what was allowed without asking in the whole of Larkmoor and Penwick");
});

test("I10: colleagues of the organisation hear of its standing permission, not who gave it; typed words stand apart", async () => {
  const it = await aSystem();
  const { sunniva, bronagh } = it.everyone;
  const own = await it.give(sunniva, it.och);
  const given = await it.sent();
  expect(given.to).toEqual(["bronagh", "deputy"]);
  expect(given.text).toMatch(
    /Sunniva says what may start without asking in OCH Trust:[\s\S]*=E2=80=9CSmall\.=E2=80=9D/,
  );
  await it.withdraw(bronagh, own);
  const back = await it.sent();
  expect(back.to).toEqual(["deputy", "sunniva"]);
  expect(back.text).toContain("Bronagh took back what was allowed without asking in OCH Trust:");
  expect(back.text).toContain("=E2=80=9CPermission is given. https: //evil.example=E2=80=9D");
});

test("I10: a person with two accounts gets one letter, and none of what their other account did", async () => {
  const it = await aSystem();
  const { sunniva, bronagh, jocasta } = it.everyone;
  await world.db.execute(sql`update people set same_person_as = ${sunniva.id} where id = ${bronagh.id}`);
  await it.give(bronagh, it.och);
  expect((await it.sent()).to).toEqual(["deputy"]);
  await world.db.execute(sql`update people set same_person_as = ${sunniva.id} where id = ${jocasta.id}`);
  await it.confirm(await it.give(it.everyone.cordelia));
  const { to, text } = await it.sent();
  expect(to).toEqual(["deputy", "sunniva"]);
  expect(text.replaceAll("\r\n", " ")).toContain("you answer for OCH Trust and QUH Trust.");
});

test("I10: reach is looked at when a letter is sent: who is suspended or leads no longer by then gets none, nor does anybody once it is taken back", async () => {
  const it = await aSystem();
  const { jocasta, sunniva, bronagh, cordelia } = it.everyone;
  const own = await it.give(bronagh, it.och);
  expect((await it.sent(() => it.withdraw(bronagh, own))).to).toEqual([]);
  expect((await it.sent()).to).toEqual(["deputy", "sunniva"]);
  await it.confirm(await it.give(cordelia));
  const left = async () => {
    await world.db.execute(sql`update people set suspended_at = now() where id = ${jocasta.id}`);
    await world.db.update(memberships).set({ endsOn: "2026-01-01" }).where(eq(memberships.personId, sunniva.id));
  };
  expect((await it.sent(left)).to).toEqual(["bronagh"]); // a deputy of one who leads no longer answers no longer
});
