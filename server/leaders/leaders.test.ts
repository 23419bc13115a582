import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { aMembership, testAdministration } from "@/server/admin/testing";
import { jobKinds } from "@/server/jobs/kinds";
import { mailThroughout } from "@/server/mail/testing";
import { key, type TestPerson } from "@/server/testing";

const world = testAdministration();
const server = mailThroughout();

async function proposed({ led = true, at }: { led?: boolean; at?: object } = {}) {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "Penwick");
  const theo = await world.looksAfter("Theo", systemId);
  const leader = led ? await world.person("Sunniva", { systemId, organisationId, role: "leader" }) : null;
  const ravi = await world.person("Ravi");
  const seat = await world.board(systemId, "Board");
  await world.seat(systemId, seat, ravi.id, "observer");
  const membership = { ...aMembership, role: "leader" as const, organisationId, ...at };
  await theo.api.admin.people.addMembership({ key: key(), systemId, personId: ravi.id, ...membership });
  const [proposal] = await theo.api.admin.people.waiting({ systemId });
  const proposalId = proposal?.id ?? "";
  const confirm = (by: TestPerson) =>
    by.api.leaders.decide({ key: key(), systemId, proposalId, decision: "confirmed" });
  const confirmAsAdministrator = (by: TestPerson) =>
    by.api.admin.people.decideLeader({ key: key(), systemId, proposalId, decision: "confirmed" });
  const leads = async () => (await ravi.api.organisations.mine()).memberships.some(({ role }) => role === "leader");
  return { systemId, organisationId, theo, leader, ravi, proposalId, confirm, confirmAsAdministrator, leads };
}
const sunniva = (it: { leader: TestPerson | null }) => {
  if (!it.leader) throw new Error("nobody leads it");
  return it.leader;
};

test("I6: who is proposed works there and answers for nothing until a leader confirms it, once", async () => {
  const it = await proposed();
  expect(await it.leads()).toBe(false);
  expect((await sunniva(it).api.home.mine()).leaders).toMatchObject([{ name: "Ravi", organisation: "Penwick Trust" }]);
  const sent = { key: key(), systemId: it.systemId, proposalId: it.proposalId, decision: "confirmed" as const };
  await sunniva(it).api.leaders.decide(sent);
  await sunniva(it).api.leaders.decide(sent); // the same, sent twice
  expect(await it.leads()).toBe(true);
  await expect(it.confirm(sunniva(it))).rejects.toThrow("Sunniva confirmed it already");
  expect((await sunniva(it).api.home.mine()).leaders).toEqual([]);
});

test("I6: not who proposed it, nor with a second account that leads, nor the leader to be, nor an administrator where it has leaders", async () => {
  const it = await proposed();
  const twin = await world.person("Theo", { systemId: it.systemId, organisationId: it.organisationId, role: "leader" });
  await world.db.execute(sql`update people set same_person_as = ${it.theo.id} where id = ${twin.id}`);
  await expect(it.confirm(twin)).rejects.toThrow("You proposed it");
  await expect(it.confirmAsAdministrator(it.theo)).rejects.toThrow("You proposed it");
  const second = await world.looksAfter("Second", it.systemId);
  await expect(it.confirmAsAdministrator(second)).rejects.toThrow("Sunniva answers for Penwick Trust");
  await expect(it.confirm(it.ravi)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await it.leads()).toBe(false);
});

test("I6: where it has no leader another administrator confirms it, also one of the whole installation", async () => {
  for (const whole of [false, true]) {
    const it = await proposed({ led: false });
    await expect(it.confirmAsAdministrator(it.theo)).rejects.toThrow("You proposed it");
    const elsewhere = await world.looksAfter("Elsewhere", await world.system("Elsewhere"));
    await expect(it.confirmAsAdministrator(elsewhere)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await it.confirmAsAdministrator(await world.looksAfter("Second", whole ? null : it.systemId));
    expect(await it.leads()).toBe(true);
  }
});

test("I6: not after their last day, while they are suspended, or where it closed; a no says why", async () => {
  const late = await proposed({ at: { endsOn: "2026-12-31" } });
  const aWeekLate = sunniva(late).at("2027-01-07T09:00:00Z").leaders;
  const yes = { systemId: late.systemId, proposalId: late.proposalId, decision: "confirmed" as const };
  await expect(aWeekLate.decide({ ...yes, key: key() })).rejects.toThrow("worked there until 31 December 2026");
  const it = await proposed();
  await it.theo.api.admin.people.suspend({ key: key(), systemId: it.systemId, personId: it.ravi.id });
  await expect(it.confirm(sunniva(it))).rejects.toThrow("Ravi is suspended");
  const no = { systemId: it.systemId, proposalId: it.proposalId, decision: "declined" as const };
  await expect(sunniva(it).api.leaders.decide({ ...no, key: key() })).rejects.toThrow();
  await sunniva(it).api.leaders.decide({ ...no, reason: "We have enough", key: key() });
  await expect(it.confirm(sunniva(it))).rejects.toThrow("Sunniva declined it already");
  const closed = await proposed({ led: false });
  await world.db.execute(
    sql`update organisations set ends_on = london_today() - 1 where id = ${closed.organisationId}`,
  );
  const second = await world.looksAfter("Second", closed.systemId);
  await expect(closed.confirmAsAdministrator(second)).rejects.toThrow("does not serve");
});

test("I6: after a no they are proposed again from their page, with the no in sight, and it needs a second person again", async () => {
  const it = await proposed();
  const one = { systemId: it.systemId, personId: it.ravi.id };
  const held = async () => (await it.theo.api.admin.people.find(one)).memberships[0];
  const membershipId = (await held())?.id ?? "";
  const propose = () => it.theo.api.admin.people.proposeLeader({ ...one, membershipId, key: key() });
  expect(await held()).toMatchObject({ mayBeProposed: false, declined: null });
  await expect(propose()).rejects.toThrow("Theo proposed it already");
  const no = { ...{ systemId: it.systemId, decision: "declined" as const }, reason: "Not yet" };
  await sunniva(it).api.leaders.decide({ ...no, proposalId: it.proposalId, key: key() });
  expect(await held()).toMatchObject({ mayBeProposed: true, declined: { by: "Sunniva", reason: "Not yet" } });
  const sent = await Promise.allSettled([propose(), propose()]);
  expect(sent.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await it.leads()).toBe(false);
  await expect(it.confirm(sunniva(it))).rejects.toThrow("Sunniva declined it already"); // the old one stays declined
  const [again, ...more] = await it.theo.api.admin.people.waiting({ systemId: it.systemId });
  expect(again?.id).not.toBe(it.proposalId);
  expect(more).toEqual([]);
  const yes = { systemId: it.systemId, proposalId: again?.id ?? "", decision: "confirmed" as const };
  await expect(it.theo.api.admin.people.decideLeader({ ...yes, key: key() })).rejects.toThrow("You proposed it");
  await sunniva(it).api.leaders.decide({ ...yes, key: key() });
  expect(await it.leads()).toBe(true);
  await expect(propose()).rejects.toThrow("Ravi answers for Penwick Trust already");
});

test("I6: a membership of another system is not found, and the tables refuse a second proposal beside one that waits or was confirmed", async () => {
  const it = await proposed();
  const elsewhere = await proposed();
  const [membership] = (
    await elsewhere.theo.api.admin.people.find({ systemId: elsewhere.systemId, personId: elsewhere.ravi.id })
  ).memberships;
  const theirs = { systemId: it.systemId, personId: it.ravi.id, membershipId: membership?.id ?? "" };
  const wrong = it.theo.api.admin.people.proposeLeader({ ...theirs, key: key() });
  await expect(wrong).rejects.toMatchObject({ code: "NOT_FOUND" });
  const second = sql`insert into leader_proposals (id, system_id, membership_id, proposed_by)
    select gen_random_uuid(), system_id, membership_id, proposed_by from leader_proposals where id = ${it.proposalId}`;
  for (const before of [async () => undefined, () => it.confirm(sunniva(it))]) {
    await before();
    await expect(world.db.execute(second)).rejects.toMatchObject({ cause: { code: "42501" } });
  }
});

test("I6: two answers at once: one of them counts", async () => {
  const it = await proposed();
  const second = await world.person("Bronagh", { ...it, role: "leader" });
  const sent = await Promise.allSettled([it.confirm(sunniva(it)), it.confirm(second)]);
  expect(sent.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("I6: the tables refuse a leader by one person's word, whoever asks", async () => {
  const it = await proposed();
  const made = sql`insert into memberships (id, system_id, organisation_id, person_id, role, from_on)
    values (gen_random_uuid(), ${it.systemId}, ${it.organisationId}, ${it.ravi.id}, 'leader', '2020-01-01')`;
  const raised = sql`update memberships set role = 'leader' where person_id = ${it.ravi.id}`;
  const longer = sql`update memberships set ends_on = '2030-01-01' where person_id = ${sunniva(it).id}`;
  await world.db.execute(sql`update memberships set ends_on = '2026-01-01' where person_id = ${sunniva(it).id}`);
  const word = (by: string) => sql`insert into leader_decisions (id, system_id, proposal_id, decision, decided_by)
    values (gen_random_uuid(), ${it.systemId}, ${it.proposalId}, 'confirmed', ${by})`;
  for (const breach of [made, raised, longer, word(it.theo.id), word(it.ravi.id), word(sunniva(it).id)]) {
    await expect(world.db.execute(breach)).rejects.toMatchObject({ cause: { code: "42501" } });
  }
  expect(await it.leads()).toBe(false);
});

test("I6: an administrator makes a leader's time no longer alone", async () => {
  const it = await proposed();
  const personId = sunniva(it).id;
  const { memberships } = await it.theo.api.admin.people.find({ systemId: it.systemId, personId });
  const ends = { systemId: it.systemId, personId, membershipId: memberships[0]?.id ?? "" };
  const endMembership = (lastOn: string) => it.theo.api.admin.people.endMembership({ ...ends, lastOn, key: key() });
  await endMembership("2026-01-01");
  await expect(endMembership("2030-01-01")).rejects.toThrow("later than a second person confirmed");
});

async function letters() {
  server.taken.length = 0;
  for (let round = 0; round < 2; round++) {
    const { rows } = await world.db.execute<{ id: string; payload: unknown }>(
      sql`select id, payload from jobs where kind = 'letters of a leader' and done_at is null`,
    );
    for (const { id, payload } of rows) {
      const context = { database: world.db, extendLease: async () => undefined, isStopping: () => false };
      await jobKinds["letters of a leader"]?.({ ...context, payload });
      await world.db.execute(sql`update jobs set done_at = now() where id = ${id}`);
    }
  }
  return server.taken.map(({ to, text }) => ({ to: to[0] ?? "", text: text.replaceAll("=\r\n", "") }));
}

test("I6: existing leaders hear of every proposed and every new leader; where there is none, administrators do", async () => {
  await letters();
  const it = await proposed();
  await world.person("Bronagh", { ...it, role: "leader" });
  expect(await letters()).toHaveLength(2);
  await it.confirm(sunniva(it));
  expect(await letters()).toHaveLength(2); // Bronagh, and Ravi, who leads it now
  const other = await proposed({ led: false });
  const second = await world.looksAfter("Second", other.systemId);
  const { rows } = await world.db.execute<{ email: string }>(sql`select email from people where id = ${second.id}`);
  expect((await letters()).map(({ to }) => to)).toContain(rows[0]?.email);
});
