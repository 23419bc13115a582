import { eq } from "drizzle-orm";
import * as schema from "@/db/schema";
import { key, registerWithRisk, type TestPerson, type TestWorld } from "@/server/testing";

export const asked = "2027-01-04T09:00:00.000Z";
export const answered = "2027-01-05T09:00:00.000Z";
export const started = "2027-01-06T09:00:00.000Z";
export const now = "2027-01-07T09:00:00.000Z";
export const later = "2027-01-08T09:00:00.000Z";

/** One experiment that runs by two answers, one of them a deputy's, and one by a standing permission. */
export type RunsByTheRules = Awaited<ReturnType<typeof runsByTheRules>>;
export async function runsByTheRules(world: TestWorld) {
  const systemId = await world.system();
  const [ours, theirs] = [await world.organisation(systemId, "OCH"), await world.organisation(systemId, "NLA")];
  const person = (name: string, organisationId = ours, role?: "leader") =>
    world.person(name, { systemId, organisationId, role });
  const lead = await person("Callum");
  const [leader, second] = [await person("Sunniva", ours, "leader"), await person("Ruaridh", ours, "leader")];
  const [far, deputy] = [await person("Morwenna", theirs, "leader"), await person("Tomos", theirs)];
  const boardId = await world.board(systemId, "Board");
  const member = await person("Cordelia");
  await world.seat(systemId, boardId, member.id);
  const there = { systemId, organisationId: theirs };
  const named = { ...there, deputyId: deputy.id, fromOn: "2027-01-01", endsOn: "2027-12-31", key: key() };
  await far.at("2027-01-01T09:00:00Z").organisations.nameDeputy(named);
  const start = async (carriedBy: string[]) => {
    const author = { ...lead, api: lead.at("2027-01-02T09:00:00Z") };
    return registerWithRisk(author, { systemId, organisationId: ours, carriedBy });
  };
  const experimentId = await start([ours, theirs]);
  const dates = { experimentId, fromOn: "2027-01-04", endsOn: "2027-03-31" };
  const { requestId } = await lead.at(asked).permissions.ask({ ...dates, key: key() });
  const { termsHash } = await leader.at(asked).permissions.request({ experimentId, requestId });
  const yes = { experimentId, requestId, termsHash, answer: "yes" as const };
  await leader.at(answered).permissions.answer({ ...yes, organisationId: ours, key: key() });
  await deputy.at(answered).permissions.answer({ ...yes, organisationId: theirs, key: key() });
  await lead.at(started).experiments.start({ experimentId, key: key() });
  const yeses = await world.db.select().from(schema.permissionAnswers);
  const yesOfTheirs = yeses.find(({ organisationId }) => organisationId === theirs)?.id ?? "";

  const allowed = { highestScores: { "quality and safety": 9 }, longestWeeks: 12 };
  const from = { systemId, fromOn: "2027-01-01", key: key() };
  await leader.at("2027-01-02T09:00:00Z").standing.give({ ...from, ...allowed, organisationId: ours });
  const ownWord = await start([ours]);
  await world.db
    .update(schema.experiments)
    .set({ plannedWeeks: 6, reversible: true })
    .where(eq(schema.experiments.id, ownWord));
  await lead.at(started).experiments.start({ experimentId: ownWord, key: key() });
  const ids = { yesOfTheirs, systemId, ours, theirs, experimentId, requestId, termsHash, ownWord, boardId };
  return { ...ids, lead, leader, second, far, deputy, member };
}

export type Place = Awaited<ReturnType<typeof place>>;

/** Two systems that share an organisation, and people of every kind: each walk has its own. */
export async function place(world: TestWorld) {
  const [here, there] = [await world.system(), await world.system("Elsewhere")];
  const [och, nla, pen] = [
    await world.organisation(here, "OCH"),
    await world.organisation(here, "NLA"),
    await world.organisation(here, "PEN"),
  ];
  const far = await world.organisation(there, "FAR");
  const shared = { systemId: there, organisationId: och, fromOn: "2020-01-01" };
  await world.db.insert(schema.systemOrganisations).values(shared);
  const people: TestPerson[] = [];
  const person = async (name: string, ...works: [systemId: string, organisationId: string, role?: "leader"][]) => {
    const made = await world.person(name);
    people.push(made);
    if (works.length === 0) return made;
    const rows = works.map(([systemId, organisationId, role = "member" as const]) => ({
      ...{ systemId, organisationId, role, personId: made.id, fromOn: "2020-01-01" },
    }));
    await world.works(...rows);
    return made;
  };
  const callum = await person("Callum", [here, och]);
  await person("Shanice", [here, och]);
  await person("Bronagh", [here, och, "leader"]);
  await person("Sunniva", [here, och, "leader"], [there, och, "leader"]);
  const again = await person("Callum again", [here, och, "leader"]);
  await person("Morwenna", [here, nla, "leader"]);
  await person("Merryn, who leads two", [here, nla, "leader"], [here, pen, "leader"]);
  const tomos = await person("Tomos", [here, nla], [there, och]);
  const member = await person("Pasco", [here, pen, "leader"]);
  const chair = await person("Cordelia", [here, nla]);
  const secretary = await person("Imogen", [here, och, "leader"]);
  const observer = await person("Otto", [here, pen]);
  await person("Far leader", [there, far, "leader"], [there, och, "leader"]);
  await person("Far member", [there, far]);
  const theo = await person("Theo, an administrator");
  const tomosAgain = await person("Tomos again", [here, pen, "leader"]);
  const agnes = await person("Agnes, who administers and leads", [here, nla, "leader"]);
  for (const [id, samePersonAs] of [
    [again.id, callum.id],
    [tomosAgain.id, tomos.id],
  ] as const)
    await world.db.update(schema.people).set({ samePersonAs }).where(eq(schema.people.id, id));
  const administrators = [theo, agnes];
  const looksAfter = ({ id: personId }: TestPerson) => [here, there].map((systemId) => ({ personId, systemId }));
  await world.db.insert(schema.administrators).values(administrators.flatMap(looksAfter));
  const boardId = await world.board(here, "Board");
  await world.seat(here, boardId, chair.id, "chair");
  await world.seat(here, boardId, secretary.id, "secretary");
  await world.seat(here, boardId, member.id);
  await world.seat(here, boardId, observer.id, "observer");
  for (const [{ id }, organisationId] of [
    [chair, nla],
    [secretary, och],
    [member, pen],
  ] as const)
    await world.db.update(schema.boardSeats).set({ organisationId }).where(eq(schema.boardSeats.personId, id));
  const farBoardId = await world.board(there, "Far board");
  await world.seat(there, farBoardId, tomos.id);
  /** Sees what is shared, and is left alone by the walk. */
  const watcher = async (systemId: string) => {
    const made = await world.person("A watcher");
    await world.seat(systemId, await world.board(systemId, "Nobody asks it"), made.id, "observer");
    return made;
  };
  return {
    people,
    administrators,
    systems: [
      { systemId: here, boardId, organisations: [och, nla, pen], watcher: await watcher(here) },
      { systemId: there, boardId: farBoardId, organisations: [och, far], watcher: await watcher(there) },
    ],
  };
}
