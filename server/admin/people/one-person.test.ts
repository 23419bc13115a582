import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobKinds } from "@/server/jobs/kinds";
import { mailThroughout } from "@/server/mail/testing";
import { key, registerWithRisk } from "@/server/testing";
import { aMembership, testAdministration } from "../testing";

const world = testAdministration();
const server = mailThroughout();
const reason = "She told me so";

async function aSystem() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "Penwick");
  const theo = await world.looksAfter("Theo", systemId);
  const works = (name: string, role?: "leader") => world.person(name, { systemId, organisationId, role });
  const emailOf = async (id: string) =>
    (await world.db.execute<{ email: string }>(sql`select email from people where id = ${id}`)).rows[0]?.email ?? "";
  const link = async (one: string, other: string, by = theo) =>
    by.api.admin.people.link({ key: key(), systemId, personId: one, email: await emailOf(other), reason });
  const unlink = (personId: string, by = theo) =>
    by.api.admin.people.unlink({ key: key(), systemId, personId, reason });
  return { systemId, organisationId, theo, works, link, unlink, emailOf };
}
const rootOf = async (id: string) =>
  (await world.db.execute<{ root: string }>(sql`select human(${id}::uuid) as root`)).rows[0]?.root;

test("I6: inviting somebody of a known name and job asks who it is, and does as is said", async () => {
  const it = await aSystem();
  const known = await it.works("Zoë  Ng-Hart");
  const invite = (more: object) => {
    const email = `${crypto.randomUUID()}@penwick.example`;
    const who = { name: "zoe ng-hart", job: "Nurse", email, organisationId: it.organisationId };
    return it.theo.api.admin.people.invite({ key: key(), systemId: it.systemId, ...aMembership, ...who, ...more });
  };
  const asked = /somebody of this name is in Leeway already/;
  await expect(invite({})).rejects.toThrow(asked);
  await expect(invite({ job: "" })).rejects.toThrow(asked);
  await invite({ job: "Doctor" }); // another job: nobody is asked
  const likely = { systemId: it.systemId, name: "ZOE NG HART", email: "new@penwick.example", job: "nurse" };
  expect(await it.theo.api.admin.people.likely(likely)).toMatchObject([{ id: known.id, works: ["Penwick"] }]);
  const elsewhere = await world.looksAfter("Elsewhere", await world.system("Elsewhere"));
  const there = (await elsewhere.api.admin.systems.list()).systems[0]?.id ?? "";
  expect(await elsewhere.api.admin.people.likely({ ...likely, systemId: there })).toEqual([]); // only what they may see
  const stranger = crypto.randomUUID();
  await expect(invite({ whoIsIt: `same ${stranger}` })).rejects.toThrow("not like this one any more");
  const again = { whoIsIt: `same ${known.id}`, fromOn: "2019-01-01", endsOn: "2019-12-31" };
  expect(await invite(again)).toEqual({ personId: known.id });
  const { personId: second } = await invite({ whoIsIt: `second ${known.id}` });
  expect(await rootOf(second)).toBe(await rootOf(known.id));
  const { personId: other } = await invite({ whoIsIt: "someone else" });
  expect(await rootOf(other)).toBe(other);
  const { rows } = await world.db.execute<{ act: string }>(
    sql`select act from journal where system_id = ${it.systemId}`,
  );
  expect(rows.map(({ act }) => act).join("\n")).toMatch(/said that zoe ng-hart is somebody else/);
});

test("I6: a seat for a known name is not another account", async () => {
  const it = await aSystem();
  await it.works("Jocasta Hale");
  const boardId = await world.board(it.systemId, "Board");
  const seat = {
    email: "j@new.example",
    name: "Jocasta Hale",
    job: "nurse",
    role: "member" as const,
    fromOn: "2026-01-01",
  };
  const given = it.theo.api.admin.boards.seat({ key: key(), systemId: it.systemId, boardId, ...seat });
  await expect(given).rejects.toThrow("is in Leeway already");
});

test("I6: linking merges, has one root, and unlinking takes exactly one out, also the root", async () => {
  const it = await aSystem();
  const [a, b, c, d] = [await it.works("A"), await it.works("B"), await it.works("C"), await it.works("D")];
  await it.link(a.id, b.id);
  await it.link(c.id, d.id);
  await expect(it.link(b.id, a.id)).rejects.toThrow("linked already");
  await it.link(d.id, b.id);
  const roots = async () => Promise.all([a, b, c, d].map(({ id }) => rootOf(id)));
  const root = (await roots())[0] ?? "";
  expect(new Set(await roots()).size).toBe(1);
  await it.unlink(root);
  const after = await roots();
  expect(after.filter((one) => one === root)).toHaveLength(1);
  expect(new Set(after).size).toBe(2);
  await expect(it.unlink(root)).rejects.toThrow("linked with no other account");
});

test("I6: two links at once make no circle, and the tables refuse one", async () => {
  const it = await aSystem();
  const [a, b] = [await it.works("A"), await it.works("B")];
  const other = await world.looksAfter("Una", it.systemId);
  await Promise.allSettled([it.link(a.id, b.id), it.link(b.id, a.id, other)]);
  const root = await rootOf(a.id);
  expect(await rootOf(b.id)).toBe(root);
  const circle = sql`update people set same_person_as = ${root === a.id ? b.id : a.id} where id = ${root}`;
  await expect(world.db.execute(circle)).rejects.toMatchObject({ cause: { code: "23000" } });
  const oneself = sql`update people set same_person_as = id where id = ${root}`;
  await expect(world.db.execute(oneself)).rejects.toMatchObject({ cause: { code: "23000" } });
  const both = [a, b].map(({ id }) => id);
  const twice = both.map((id, at) =>
    world.db.execute(sql`update people set same_person_as = ${both[1 - at]} where id = ${id}`),
  );
  await Promise.allSettled(twice);
  expect(await rootOf((await rootOf(a.id)) ?? "")).toBe(await rootOf(a.id));
});

test("I6: an administrator neither links nor unlinks their own accounts, nor somebody's who works elsewhere", async () => {
  const it = await aSystem();
  const twin = await it.works("Theo again");
  await expect(it.link(twin.id, it.theo.id)).rejects.toThrow("your own account");
  const una = await world.looksAfter("Una", it.systemId);
  await it.link(twin.id, it.theo.id, una);
  await expect(it.unlink(twin.id)).rejects.toThrow("your own account");
  const [a, far] = [await it.works("A"), await it.works("Far")];
  const there = await world.system("Elsewhere");
  await world.works({
    systemId: there,
    organisationId: await world.organisation(there, "FAR"),
    personId: far.id,
    role: "member",
    fromOn: "2020-01-01",
  });
  await expect(it.link(a.id, far.id)).rejects.toThrow("also work in a system");
  const everywhere = await world.looksAfter("Everywhere", null);
  await it.link(a.id, far.id, everywhere);
});

test("I6: unlinking opens no answer: for what was registered until then they stay one person, later ones are apart", async () => {
  const it = await aSystem();
  const lead = await it.works("Callum");
  const [leader, second] = [await it.works("Callum again", "leader"), await it.works("Sunniva", "leader")];
  await it.link(lead.id, leader.id);
  const at = { systemId: it.systemId, organisationId: it.organisationId };
  const experimentId = await registerWithRisk(lead, at);
  const ask = async (id: string) => {
    const today = (await world.db.execute<{ day: string }>(sql`select london_today()::text as day`)).rows[0]?.day ?? "";
    const dates = { fromOn: today, endsOn: `${Number(today.slice(0, 4)) + 1}-01-01` };
    return (await lead.api.permissions.ask({ experimentId: id, ...dates, key: key() })).requestId;
  };
  const answer = async (by: typeof leader, id: string, requestId: string) => {
    const { termsHash } = await by.api.permissions.request({ experimentId: id, requestId });
    const yes = { answer: "yes" as const, inWords: "", termsHash, organisationId: it.organisationId };
    return by.api.permissions.answer({ ...yes, experimentId: id, requestId, key: key() });
  };
  const requestId = await ask(experimentId);
  await expect(answer(leader, experimentId, requestId)).rejects.toThrow("with your other account");
  await it.unlink(leader.id);
  await expect(answer(leader, experimentId, requestId)).rejects.toThrow("was linked with that of somebody");
  expect((await leader.api.home.mine()).requests).toEqual([]);
  const byItself = sql`insert into permission_answers (id, system_id, request_id, organisation_id, answer, in_words, answered_by)
    values (gen_random_uuid(), ${it.systemId}, ${requestId}, ${it.organisationId}, 'yes', '', ${leader.id})`;
  await expect(
    world.db.transaction(async (tx) => {
      await tx.execute(
        sql`select set_config('leeway.systems', ${`{${it.systemId}}`}, true), set_config('role', 'leeway_app', true)`,
      );
      await tx.execute(byItself);
    }),
  ).rejects.toMatchObject({ cause: { code: "42501" } });
  await answer(second, experimentId, requestId); // control
  const later = await registerWithRisk(lead, at);
  await answer(leader, later, await ask(later)); // two people now
});

test("I6: whoever parts from two, one after another, stays apart from neither's work of then", async () => {
  const it = await aSystem();
  const [a, b, c] = [await it.works("A"), await it.works("B"), await it.works("C")];
  await it.link(a.id, b.id);
  await it.unlink(b.id);
  await it.link(b.id, c.id);
  await it.unlink(c.id);
  const { rows } = await world.db.execute<{ pairs: number }>(
    sql`select count(*)::int as pairs from former_links where person_id in (${a.id}, ${b.id}, ${c.id})`,
  );
  expect(rows[0]?.pairs).toBe(6); // A and B, B and C, and C and A by way of B
});

test("I6: whoever is linked with somebody is one person with those whom that account was one with, for what was then", async () => {
  const it = await aSystem();
  const [a, b] = [await it.works("A", "leader"), await it.works("B")];
  const lead = await it.works("Callum");
  await it.link(a.id, b.id);
  const experimentId = await registerWithRisk(lead, { systemId: it.systemId, organisationId: it.organisationId });
  await it.unlink(b.id);
  const involved = async () =>
    (await world.db.execute<{ id: string }>(sql`select people_involved(${experimentId}::uuid) as id`)).rows;
  expect(await involved()).not.toContainEqual({ id: a.id }); // control
  await it.link(b.id, lead.id);
  expect(await involved()).toContainEqual({ id: a.id });
});

test("I6: both hear of a link and of its end; whoever is suspended does not", async () => {
  const it = await aSystem();
  const [a, b] = [await it.works("A"), await it.works("B")];
  await it.link(a.id, b.id);
  await it.unlink(a.id);
  await it.theo.api.admin.people.suspend({ key: key(), systemId: it.systemId, personId: b.id });
  const { rows } = await world.db.execute<{ payload: { personId: string } }>(
    sql`select payload from jobs where kind = 'letter of linked accounts' and payload->>'personId' in (${a.id}, ${b.id})`,
  );
  server.taken.length = 0;
  for (const { payload } of rows) {
    const context = { database: world.db, extendLease: async () => undefined, isStopping: () => false };
    await jobKinds["letter of linked accounts"]?.({ ...context, payload });
  }
  expect(rows).toHaveLength(4);
  expect(server.taken.map(({ to }) => to[0])).toEqual([await it.emailOf(a.id), await it.emailOf(a.id)]);
});

test("I6: likely pairs are listed, without those linked or said to be two people", async () => {
  const it = await aSystem();
  const [one, other, third] = [
    await it.works("Katherine Marl"),
    await it.works("Kath Marl"),
    await it.works("KATHERINE MARL"),
  ];
  await it.works("Somebody Else");
  const pairs = async () => (await it.theo.api.admin.people.likelyPairs({ systemId: it.systemId, page: 1 })).pairs;
  expect(await pairs()).toHaveLength(3);
  await it.link(one.id, other.id);
  expect(await pairs()).toHaveLength(2);
  const apart = { systemId: it.systemId, personId: third.id };
  for (const { id } of [one, other]) await it.theo.api.admin.people.keepApart({ ...apart, otherId: id, key: key() });
  expect(await pairs()).toEqual([]);
});

test("I6: likely pairs of 100,000 people are found by hash joins and indexes, in seconds", {
  timeout: 120_000,
}, async () => {
  const it = await aSystem();
  for (let from = 1; from < 100_000; from += 10_000) {
    await world.db.execute(sql`
      with made as (insert into people (id, name, job, email) select gen_random_uuid(), 'Person ' || n || ' Surname' || n, 'nurse', 'mail' || n || '@one.example'
        from generate_series(${from}::int, ${from + 9_999}::int) n returning id)
      insert into memberships (id, system_id, organisation_id, person_id, role, from_on)
        select gen_random_uuid(), ${it.systemId}::uuid, ${it.organisationId}::uuid, id, 'member', '2020-01-01' from made`);
  }
  await world.db.execute(sql`analyze people`);
  await world.db.execute(sql`analyze memberships`);
  const began = Date.now();
  expect((await it.theo.api.admin.people.likelyPairs({ systemId: it.systemId, page: 1 })).pairs).toEqual([]);
  expect(Date.now() - began).toBeLessThan(15_000);
});
