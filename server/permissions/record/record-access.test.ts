import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { people } from "@/db/schema";
import { asPerson, restrictToRecord } from "@/db/tenant-transaction";
import { NotFound } from "@/server/errors";
import { key, registerWithRisk, type TestPerson, testSystem } from "@/server/testing";

const world = testSystem();
const dates = { fromOn: "2027-01-04", endsOn: "2027-06-30" };
const laterDates = { fromOn: "2027-02-10", endsOn: "2027-08-31" };
const asked = "2027-01-04T09:00:00Z";
const afterwards = "2027-02-10T09:00:00Z";
const outOfReach = new NotFound().message;

/** A permission requested and given, and a person who was on the team throughout. */
async function agreed() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const at = { systemId, organisationId };
  const lead = await world.person("Callum", at);
  const leader = await world.person("Sunniva", { ...at, role: "leader" });
  const member = await world.person("Shanice", at);
  const colleague = await world.person("Tomos", at);
  const experimentId = await registerWithRisk({ ...lead, api: lead.at(asked) }, at);
  await lead.at(asked).experiments.addTeamMember({ experimentId, personId: member.id, leads: false, key: key() });
  const { requestId } = await lead.at(asked).permissions.ask({ experimentId, ...dates, key: key() });
  const { termsHash } = await leader.at(asked).permissions.request({ experimentId, requestId });
  const answer = { experimentId, requestId, organisationId, termsHash };
  await leader.at(asked).permissions.answer({ ...answer, answer: "yes", inWords: "I explain it", key: key() });
  return { systemId, organisationId, lead, leader, member, colleague, experimentId, requestId };
}

const leaves = (person: TestPerson) =>
  world.db.execute(sql`update memberships set ends_on = '2027-01-31' where person_id = ${person.id}`);

test("who may see the experiment reads its record; to another system it is not there", async () => {
  const { colleague, requestId, experimentId } = await agreed();
  const record = await colleague.at(afterwards).permissions.record({ permissionId: requestId });
  expect(record).toMatchObject({ id: requestId, experimentId, opensExperiment: true, asked: { by: "Callum" } });
  expect(record.answers).toMatchObject([{ by: "Sunniva", answer: "yes", inWords: "I explain it" }]);
  expect(record.askedOf).toEqual([{ organisation: "OCH Trust", leaders: ["Sunniva"] }]);
  const elsewhere = await agreed();
  await expect(elsewhere.lead.at(afterwards).permissions.record({ permissionId: requestId })).rejects.toThrow(
    outOfReach,
  );
  await expect(colleague.at(afterwards).permissions.record({ permissionId: experimentId })).rejects.toThrow(outOfReach);
});

test("who took part takes the record after leaving the organisation, and nothing else; who did not, nothing", async () => {
  const { lead, leader, member, colleague, requestId, experimentId } = await agreed();
  const { requestId: later } = await lead.at(afterwards).permissions.ask({ experimentId, ...laterDates, key: key() });
  await lead.at(afterwards).experiments.endTeamMembership({ experimentId, personId: member.id, key: key() });
  const before = await member.at(afterwards).permissions.record({ permissionId: requestId });
  for (const person of [lead, leader, member, colleague]) await leaves(person);

  for (const person of [lead, leader, member]) {
    const after = await person.at(afterwards).permissions.record({ permissionId: requestId });
    expect(after).toEqual({ ...before, opensExperiment: false });
    await expect(person.at(afterwards).experiments.find({ experimentId })).rejects.toThrow(outOfReach);
    await expect(person.at(afterwards).permissions.overview({ experimentId })).rejects.toThrow(outOfReach);
    await expect(person.at(afterwards).permissions.request({ experimentId, requestId })).rejects.toThrow(outOfReach);
    await expect(person.at(afterwards).journal.list({ experimentId })).rejects.toThrow(outOfReach);
    await expect(person.at(afterwards).risks.list({ experimentId })).rejects.toThrow(outOfReach);
    await expect(person.at(afterwards).measures.results({ experimentId })).rejects.toThrow(outOfReach);
    expect((await person.at(afterwards).experiments.list({ page: 1 })).total).toBe(0);
  }
  await expect(colleague.at(afterwards).permissions.record({ permissionId: requestId })).rejects.toThrow(outOfReach);
  // The leader answered the first request only
  await expect(leader.at(afterwards).permissions.record({ permissionId: later })).rejects.toThrow(outOfReach);
  expect((await leader.at(afterwards).permissions.myRecords()).map(({ id }) => id)).toEqual([requestId]);
  expect((await lead.at(afterwards).permissions.myRecords()).map(({ id }) => id).toSorted()).toEqual(
    [requestId, later].toSorted(),
  );
  expect(await colleague.at(afterwards).permissions.myRecords()).toEqual([]);
});

test("a second account takes it too; a suspended one takes nothing", async () => {
  const { lead, requestId } = await agreed();
  const twin = await world.person("Callum again");
  await expect(twin.at(afterwards).permissions.record({ permissionId: requestId })).rejects.toThrow(outOfReach);
  await world.db.update(people).set({ samePersonAs: lead.id }).where(sql`id = ${twin.id}`);
  expect((await twin.at(afterwards).permissions.record({ permissionId: requestId })).id).toBe(requestId);
  await world.db.execute(sql`update people set suspended_at = now() where id = ${twin.id}`);
  await expect(twin.at(afterwards).permissions.record({ permissionId: requestId })).rejects.toThrow(outOfReach);
});

test("behind the record's door a query without any condition sees that record only, and writes nothing", async () => {
  const { lead, requestId, experimentId } = await agreed();
  await agreed(); // another system's, which must stay hidden
  const { requestId: later } = await lead.at(afterwards).permissions.ask({ experimentId, ...laterDates, key: key() });
  await leaves(lead);
  const count = (tx: { execute: typeof world.db.execute }, table: string) =>
    tx.execute<{ n: number }>(sql.raw(`select count(*)::int as n from ${table}`)).then(({ rows }) => rows[0]?.n);
  const inside = <Result>(work: Parameters<typeof asPerson<Result>>[2]) =>
    asPerson(
      world.db,
      lead.id,
      async (tx) => {
        await restrictToRecord(tx, lead.id, requestId);
        return work(tx);
      },
      { at: afterwards },
    );
  const { rows: tables } = await world.db.execute<{ name: string }>(sql`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'system_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
      and has_table_privilege('leeway_keeper', c.oid, 'select')`);
  const visible = await inside(async (tx) => {
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const n = await count(tx, name).catch(() => -1);
      if (n) counts[name] = n;
    }
    return counts;
  });
  expect(visible).toEqual({
    experiments: 1,
    terms_versions: expect.any(Number),
    memberships: 1,
    permission_requests: 1,
    permission_answers: 1,
  });
  const requests = await inside((tx) => tx.execute(sql`select id from permission_requests`));
  expect(requests.rows).toEqual([{ id: requestId }]);
  expect(requests.rows).not.toEqual([{ id: later }]);
  const grants = await world.db.execute(sql`
    select table_name, privilege_type from information_schema.role_table_grants
    where grantee = 'leeway_keeper' and privilege_type <> 'SELECT'`);
  expect(grants.rows).toEqual([]);
  await expect(inside((tx) => tx.execute(sql`update experiments set title = 'x'`))).rejects.toMatchObject({
    cause: { code: "42501" },
  });
  await expect(inside((tx) => tx.execute(sql`select email from people`))).rejects.toMatchObject({
    cause: { code: "42501" },
  });
});
