import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { memberships } from "@/db/schema";
import { untilEndOf } from "@/server/format";
import { key, type TestPerson, testSystem } from "@/server/testing";
import { LAST_DAY_BEFORE_FIRST } from "@/server/text";

const world = testSystem();
const monday = "2027-03-01T09:00:00Z";
const days = { fromOn: "2027-03-08", endsOn: "2027-03-19" };

async function aTrust() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "MDH");
  const at = { systemId, organisationId };
  const leader = await world.person("Ruaridh", { ...at, role: "leader" });
  const deputy = await world.person("Tomos", at);
  const name = (by: TestPerson, who: TestPerson, on: Partial<typeof days> = {}, moment = monday) =>
    by.at(moment).organisations.nameDeputy({ ...at, deputyId: who.id, ...days, ...on, key: key() });
  return { ...at, at, leader, deputy, name };
}

test("a deputy reads for whom they stand in and until when, and a leader whom they may name", async () => {
  const { leader, deputy, name } = await aTrust();
  expect(await leader.at(monday).organisations.toNameDeputy()).toMatchObject({
    today: "2027-03-01",
    people: [{ id: deputy.id, name: "Tomos" }],
  });
  await name(leader, deputy);
  const named = { leader: "Ruaridh", deputy: "Tomos", organisation: "MDH Trust", ...days };
  expect(await leader.at(monday).organisations.deputies()).toMatchObject([{ ...named, mine: true, isMe: false }]);
  expect(await deputy.at(monday).organisations.deputies()).toMatchObject([{ ...named, isMe: true, now: false }]);
  expect(await deputy.at("2027-03-08T09:00:00Z").organisations.deputies()).toMatchObject([{ now: true }]);
  expect(await deputy.at("2027-03-20T00:00:00Z").organisations.deputies()).toEqual([]);
});

test("what does not fit is said beside the box it is about: over, overlapping, a loop, a chain, somebody from elsewhere", async () => {
  const { systemId, at, leader, deputy, name } = await aTrust();
  const elsewhere = await world.organisation(systemId, "OCH");
  const stranger = await world.person("Callum", { systemId, organisationId: elsewhere });
  const second = await world.person("Delphine", { ...at, role: "leader" });
  await expect(name(leader, stranger)).rejects.toThrow("Callum does not work in MDH Trust today");
  await expect(name(leader, leader)).rejects.toThrow("Choose somebody else");
  await expect(name(leader, deputy, { fromOn: "2027-02-01" })).rejects.toMatchObject({
    cause: { fieldErrors: { fromOn: expect.any(String) } },
  });
  await expect(name(leader, deputy, { fromOn: "2027-02-01", endsOn: "2027-02-05" })).rejects.toMatchObject({
    cause: { fieldErrors: { endsOn: expect.any(String) } },
  });
  await expect(name(leader, deputy, { endsOn: "2027-03-07" })).rejects.toThrow(LAST_DAY_BEFORE_FIRST);
  await name(leader, second);
  await expect(name(leader, second, { fromOn: "2027-03-10" })).rejects.toThrow("End that first, or choose other days");
  await expect(name(second, leader)).rejects.toThrow("Ruaridh has named you");
  await expect(name(second, deputy)).rejects.toThrow("Ruaridh, 8 to 19 March 2027, and that does not pass on");
  await name(second, deputy, { fromOn: "2027-03-20", endsOn: "2027-03-27" });
  await expect(name(leader, second, { fromOn: "2027-03-22", endsOn: "2027-03-23" })).rejects.toThrow("has named Tomos");
  await expect(name(deputy, second, { fromOn: "2027-05-01", endsOn: "2027-05-02" })).rejects.toThrow("other people");
  await world.db.execute(sql`update memberships set ends_on = '2027-04-10' where person_id = ${deputy.id}`);
  await expect(name(leader, deputy, { fromOn: "2027-04-05", endsOn: "2027-04-12" })).rejects.toThrow(
    `only ${untilEndOf("2027-04-10")}`,
  );
});

test("a deputy who leaves the organisation answers no longer, whatever was agreed", async () => {
  const { systemId, leader, deputy, name } = await aTrust();
  const elsewhere = await world.organisation(systemId, "OCH");
  await name(leader, deputy);
  const answersOn = async (moment: string) => (await deputy.at(moment).organisations.mine()).standsInFor.length;
  expect(await answersOn("2027-03-07T23:59:59Z")).toBe(0);
  expect(await answersOn("2027-03-08T00:00:00Z")).toBe(1);
  await world.db.execute(sql`update memberships set ends_on = '2027-03-09' where person_id = ${deputy.id}`);
  const there = { systemId, organisationId: elsewhere, personId: deputy.id, fromOn: "2020-01-01" };
  await world.db.insert(memberships).values({ ...there, role: "member" });
  expect(await answersOn("2027-03-09T23:59:59Z")).toBe(1);
  expect(await answersOn("2027-03-10T00:00:00Z")).toBe(0);
});

test("ending it twice says so, and a leader whose time ended meanwhile names nobody", async () => {
  const { systemId, leader, deputy, name } = await aTrust();
  await name(leader, deputy);
  const [row] = await leader.at(monday).organisations.deputies();
  const end = () => leader.at(monday).organisations.endDeputy({ systemId, deputyRowId: row?.id ?? "", key: key() });
  await end();
  await expect(end()).rejects.toThrow("It has ended already");
  await name(leader, deputy); // the same days again
  await world.db.execute(sql`update memberships set role = 'member' where person_id = ${leader.id}`);
  await expect(name(leader, deputy, { fromOn: "2027-06-01", endsOn: "2027-06-02" })).rejects.toThrow("other people");
});
