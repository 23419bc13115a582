import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { boardSeats, people } from "@/db/schema";
import { notAskedYet } from "@/server/experiments/start";
import { TOO_FAR_AHEAD } from "@/server/far-dates";
import { anIdea, aRisk, key, testSystem } from "@/server/testing";

const world = testSystem();
const monday = "2027-02-01T09:00:00Z";

/** An idea that can be undone, for 6 weeks, with a risk of score 6 for people, and a chair who has set a floor. */
async function anIdeaWithin({ floor = 6, plannedWeeks = 6, confirmed = true } = {}) {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const lead = await world.person("Callum", { systemId, organisationId });
  const leader = await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  const chair = await world.person("Cordelia");
  await world.seat(systemId, await world.board(systemId, "Partnership Board"), chair.id, "chair");
  const rule = { highestScores: { people: floor }, longestWeeks: 12, note: "Small and short.", fromOn: "2027-01-04" };
  const { standingId } = await chair.at(monday).standing.give({ systemId, ...rule, key: key() });
  if (confirmed) await world.confirmFloor(systemId, standingId, monday);
  const { experimentId } = await lead.at(monday).experiments.register({
    ...{ ...anIdea, systemId, leadOrganisationId: organisationId, takingPart: [], key: key() },
    ...{ reversible: true, plannedWeeks },
  });
  const risk = { ...aRisk, domain: "people" as const, consequence: 3, likelihood: 2, carriedBy: [organisationId] };
  const recorded = await lead.at(monday).risks.record({ ...risk, experimentId, key: key() });
  await lead.at(monday).risks.setRiskOfNotTrying({ experimentId, riskOfNotTrying: "People wait", key: key() });
  const stageAt = async (at: string) => (await lead.at(at).experiments.find({ experimentId })).stage;
  const why = (at = monday) => lead.at(at).experiments.whyNotStart({ experimentId });
  const start = (at = monday) => lead.at(at).experiments.start({ experimentId, key: key() });
  return {
    systemId,
    organisationId,
    lead,
    leader,
    chair,
    standingId,
    experimentId,
    risk,
    recorded,
    stageAt,
    why,
    start,
  };
}

test("what stands within the floor starts on the team's own word, and the record says by which words", async () => {
  const it = await anIdeaWithin();
  expect(await it.why()).toEqual([]);
  await it.start();
  expect(await it.stageAt(monday)).toBe("running");
  expect(await it.stageAt("2027-03-14T23:59:59Z")).toBe("running"); // 6 weeks, the last day included
  expect(await it.stageAt("2027-03-15T00:00:00Z")).toBe("permission ended");
  const { experimentId, lead, organisationId } = it;
  const { uses } = await lead.at(monday).standing.forExperiment({ experimentId });
  const words = expect.stringMatching(
    /^Cordelia for everyone, from 4 January 2027: up to score 6 .* 12 weeks\. Small and short\.$/,
  );
  expect(uses).toMatchObject([{ words, fromOn: "2027-02-01", endsOn: "2027-03-14", by: "Callum" }]);
  const entries = await lead.at(monday).journal.list({ experimentId });
  expect(entries.map((entry) => entry.act)).toContain(`started the experiment on its own word. ${uses[0]?.words}`);
  const cover = await lead.at(monday).permissions.covered({ experimentId, organisationId, day: "2027-02-20" });
  expect(cover).toMatchObject({ by: "standing use", endsOn: "2027-03-14" });
});

test("what does not fit is said, and nothing starts", async () => {
  const it = await anIdeaWithin({ floor: 4 });
  const sentence = "Score 6 is above 4, the most that OCH Trust allows without asking.";
  expect(await it.why()).toEqual([notAskedYet("OCH Trust"), sentence]);
  await expect(it.start()).rejects.toThrow(sentence);
});

test("a change of the words ends it until it fits again; I10: a leader's own permission cannot be wider than the floor", async () => {
  const it = await anIdeaWithin();
  const { lead, leader, systemId, organisationId, experimentId, recorded, risk } = it;
  await it.start();
  const scored = (likelihood: number, version: number) =>
    lead.at(monday).risks.edit({ ...risk, experimentId, riskId: recorded.id, version, likelihood, key: key() });
  await scored(3, 1);
  expect(await it.stageAt(monday)).toBe("terms changed");
  const goOn = () => lead.at(monday).experiments.resume({ experimentId, reason: "Scored anew", key: key() });
  await expect(goOn()).rejects.toThrow("Ask again with the words as they are now");
  const own = { highestScores: { people: 9 }, longestWeeks: 8, note: "", fromOn: "2027-01-04" };
  await expect(leader.at(monday).standing.give({ systemId, ...own, key: key() })).rejects.toThrow("other people");
  const forEver = { systemId, organisationId, ...own, endsOn: "9999-12-31" };
  await expect(leader.at(monday).standing.give({ ...forEver, key: key() })).rejects.toThrow(TOO_FAR_AHEAD);
  await leader.at(monday).standing.give({ systemId, organisationId, ...own, key: key() });
  await expect(goOn()).rejects.toThrow("Score 9 is above 6");
  await scored(2, 2);
  expect(await it.stageAt(monday)).toBe("running");
});

test("taken back, nothing starts by it and what had started is covered no longer", async () => {
  const it = await anIdeaWithin();
  const { chair, leader, systemId, standingId } = it;
  await it.start();
  const withdraw = { systemId, standingId, reason: "Too many at once", key: key() };
  await expect(leader.at(monday).standing.withdraw(withdraw)).rejects.toThrow("other people");
  await chair.at(monday).standing.withdraw({ ...withdraw, key: key() });
  const again = chair.at(monday).standing.withdraw({ ...withdraw, key: key() });
  await expect(again).rejects.toThrow("Cordelia took it back already, on 1 February 2027");
  expect(await it.stageAt(monday)).toBe("permission ended");
  expect(await chair.at(monday).standing.list()).toMatchObject([
    { inWords: expect.stringContaining("Cordelia for everyone"), withdrawn: { by: "Cordelia" }, holds: false, uses: 1 },
  ]);
});

test("a leader takes it back for one experiment, and only the leader", async () => {
  const it = await anIdeaWithin();
  const { leader, lead, experimentId } = it;
  await it.start();
  const { uses } = await lead.at(monday).standing.forExperiment({ experimentId });
  const withdraw = { experimentId, useId: uses[0]?.id ?? "", reason: "Not on my ward", key: key() };
  await expect(lead.at(monday).standing.withdrawUse(withdraw)).rejects.toThrow("other people");
  await leader.at(monday).standing.withdrawUse({ ...withdraw, key: key() });
  expect(await it.stageAt(monday)).toBe("permission ended");
});

test("I10: a floor that one person set alone covers nothing, and who proposed it cannot confirm it", async () => {
  const it = await anIdeaWithin({ confirmed: false });
  const { chair, systemId, standingId } = it;
  await expect(it.start()).rejects.toThrow(notAskedYet("OCH Trust"));
  await expect(chair.at(monday).standing.confirm({ systemId, standingId, key: key() })).rejects.toThrow(
    "You proposed it",
  );
  await world.confirmFloor(systemId, standingId, monday);
  await it.start();
  expect(await it.stageAt(monday)).toBe("running");
});

test("I6: accounts that were one person's when a floor was proposed do not confirm it after they are unlinked", async () => {
  const { chair, systemId, standingId } = await anIdeaWithin({ confirmed: false });
  const [again, organisationId] = [await world.person("Cordelia again"), await world.organisation(systemId, "QCC")];
  await world.seat(systemId, await world.board(systemId, "Council Board"), again.id);
  await world.db.update(boardSeats).set({ organisationId }).where(eq(boardSeats.personId, again.id));
  const link = (samePersonAs: string | null) =>
    world.db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('leeway.now', ${monday}, true)`);
      await tx.update(people).set({ samePersonAs }).where(eq(people.id, again.id));
    });
  await link(chair.id);
  await link(null);
  const confirm = again.at(monday).standing.confirm({ systemId, standingId, key: key() });
  await expect(confirm).rejects.toThrow("You proposed it");
});
