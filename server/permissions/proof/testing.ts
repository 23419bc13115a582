import { eq } from "drizzle-orm";
import * as schema from "@/db/schema";
import { key, registerWithRisk, type TestWorld } from "@/server/testing";

export const asked = "2027-01-04T09:00:00.000Z";
export const answered = "2027-01-05T09:00:00.000Z";
export const started = "2027-01-06T09:00:00.000Z";
export const now = "2027-01-07T09:00:00.000Z";
export const later = "2027-01-08T09:00:00.000Z";

/** One experiment that runs by two answers, one of them a deputy's, and one by a standing permission. */
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

  const allowed = { highestScores: { "quality and safety": 9 }, reversibleOnly: false, longestWeeks: 12 };
  const from = { systemId, fromOn: "2027-01-01", key: key() };
  await leader.at("2027-01-02T09:00:00Z").standing.give({ ...from, ...allowed, organisationId: ours });
  const ownWord = await start([ours]);
  await world.db.update(schema.experiments).set({ plannedWeeks: 6 }).where(eq(schema.experiments.id, ownWord));
  await lead.at(started).experiments.start({ experimentId: ownWord, key: key() });
  const ids = { systemId, ours, theirs, experimentId, requestId, termsHash, ownWord, boardId };
  return { ...ids, lead, leader, second, far, deputy, member };
}
