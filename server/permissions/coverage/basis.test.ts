import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { experimentTurns, people, permissionBases } from "@/db/schema";
import { asPerson } from "@/db/tenant-transaction";
import type { PermissionAnswer } from "@/db/vocabulary";
import { addDays } from "@/server/days";
import { saidNotThisTime } from "@/server/experiments/start";
import { nobodyIsNamed } from "@/server/permissions/asking/ask";
import { anIdea, aRisk, key, testSystem } from "@/server/testing";

const world = testSystem();
const monday = "2027-02-01";
let clock = Date.parse(`${monday}T09:00:00Z`);
/** Each act a second after the one before. */
function now(): string {
  clock += 1_000;
  return new Date(clock).toISOString();
}

/** An experiment whose risk of score 12 one organisation carries, with a floor of 6, and the acts of its team and leader. */
async function anExperiment({ likelihood = 4 } = {}) {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const lead = await world.person("Callum", { systemId, organisationId });
  const leader = await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  const chair = await world.person("Cordelia");
  await world.seat(systemId, await world.board(systemId, "Partnership Board"), chair.id, "chair");
  const floor = { highestScores: { people: 6 }, longestWeeks: 12, note: "", fromOn: "2027-01-04" };
  const { standingId } = await chair.at(now()).standing.give({ systemId, ...floor, key: key() });
  await world.confirmFloor(systemId, standingId, now());
  const { experimentId } = await lead.at(now()).experiments.register({
    ...{ ...anIdea, systemId, leadOrganisationId: organisationId, takingPart: [], key: key() },
    ...{ reversible: true, plannedWeeks: 6 },
  });
  const risk = { ...aRisk, domain: "people" as const, consequence: 3, likelihood, carriedBy: [organisationId] };
  const { id: riskId } = await lead.at(now()).risks.record({ ...risk, experimentId, key: key() });
  await lead.at(now()).risks.setRiskOfNotTrying({ experimentId, riskOfNotTrying: "People wait", key: key() });
  let version = 0;
  return {
    ...{ systemId, organisationId, lead, leader, experimentId, riskId },
    ask: async (more: { fromOn?: string; days?: number; renewsId?: string } = {}) => {
      const fromOn = more.fromOn ?? monday;
      const dates = { fromOn, endsOn: addDays(fromOn, more.days ?? 60), renewsId: more.renewsId };
      return (await lead.at(now()).permissions.ask({ experimentId, ...dates, key: key() })).requestId;
    },
    answer: async (requestId: string, answer: PermissionAnswer) => {
      const { termsHash } = await leader.at(now()).permissions.request({ experimentId, requestId });
      const sent = { experimentId, requestId, organisationId, answer, inWords: "So I think", termsHash };
      await leader.at(now()).permissions.answer({ ...sent, key: key() });
    },
    withdraw: (requestId: string) =>
      leader
        .at(now())
        .permissions.withdraw({ experimentId, requestId, organisationId, reason: "Beds are short", key: key() }),
    score: (to: number) => {
      version += 1;
      return lead.at(now()).risks.edit({ ...risk, likelihood: to, experimentId, riskId, version, key: key() });
    },
    start: () => lead.at(now()).experiments.start({ experimentId, key: key() }),
    stage: async () => (await lead.at(now()).experiments.find({ experimentId })).stage,
    covered: () => lead.at(now()).permissions.covered({ experimentId, organisationId, day: monday }),
  };
}

async function aRunningOne() {
  const it = await anExperiment();
  const requestId = await it.ask();
  await it.answer(requestId, "yes");
  await it.start();
  expect(await it.stage()).toBe("running");
  return { ...it, requestId };
}

test("I1: an experiment whose last risk is taken off does not go on, and its leader can take back and stop", async () => {
  const { lead, leader, experimentId, riskId, stage, withdraw, requestId } = await aRunningOne();
  await lead.at(now()).risks.remove({ experimentId, riskId, key: key() });
  expect(await stage()).toBe("terms changed");
  await withdraw(requestId);
  await leader.at(now()).experiments.stop({ experimentId, reason: "Nobody carries it", key: key() });
  expect(await stage()).toBe("ended");
});

test("I1: without a risk the team says that no harm is foreseen, the lead organisation carries it, and it scores 1", async () => {
  const { lead, experimentId, riskId, organisationId, start, stage } = await anExperiment();
  await lead.at(now()).risks.remove({ experimentId, riskId, key: key() });
  await expect(start()).rejects.toThrow("No risk is written down yet");
  await lead.at(now()).risks.setNoHarmForeseen({ experimentId, noHarmForeseen: true, key: key() });
  // The floor is about people only
  await expect(start()).rejects.toThrow("allows nothing about quality and safety");
  const { carriers, terms } = await lead.at(now()).permissions.overview({ experimentId });
  expect(carriers.map((carrier) => carrier.organisationId)).toEqual([organisationId]);
  expect(terms.noHarmForeseen).toBe(true);
  expect(await stage()).toBe("idea");
});

test("I2: a start keeps its terms and by what each carrier covers, and the tables refuse the app's start without cover", async () => {
  const { experimentId, organisationId, systemId, lead } = await aRunningOne();
  const bases = await world.db.select().from(permissionBases).where(eq(permissionBases.experimentId, experimentId));
  expect(bases).toMatchObject([{ organisationId, answerId: expect.any(String), useId: null }]);
  const { experimentId: other } = await anExperiment();
  const turn = { systemId, turn: "started" as const, takenBy: lead.id };
  const insert = (id: string) =>
    asPerson(world.db, lead.id, (tx) => tx.insert(experimentTurns).values({ ...turn, experimentId: id }), {
      at: now(),
    });
  await expect(insert(other)).rejects.toThrow();
  // The control: the same where it is covered
  await expect(insert(experimentId)).resolves.toBeDefined();
});

test("I2: on terms that changed and were agreed to again it runs once its team starts it", async () => {
  const { score, ask, answer, start, stage } = await aRunningOne();
  await score(3);
  expect(await stage()).toBe("terms changed");
  await answer(await ask(), "yes");
  expect(await stage()).toBe("permitted");
  await start();
  expect(await stage()).toBe("running");
  // Back to what the leader said yes to before: agreed to, but not what it was started on
  await score(4);
  expect(await stage()).toBe("permitted");
});

test.each([
  ["not this time", saidNotThisTime("OCH Trust")],
  ["question", "did not plainly say yes"],
  ["yes with conditions", "did not plainly say yes"],
] as const)(
  "I3: after '%s' a request of 12 that is edited to 6 does not start on the team's own word",
  async (said, why) => {
    const { ask, answer, score, start, experimentId, leader, organisationId } = await anExperiment();
    const requestId = await ask();
    if (said === "yes with conditions") {
      const { termsHash } = await leader.at(now()).permissions.request({ experimentId, requestId });
      const conditions = { inWords: "Shorter", endsOn: "2027-02-20", answer: said, organisationId, termsHash };
      await leader.at(now()).permissions.answer({ experimentId, requestId, ...conditions, key: key() });
    } else await answer(requestId, said);
    await score(2);
    await expect(start()).rejects.toThrow(why);
  },
);

test("I3: a request that nobody has answered can be taken back, and what fits then starts on the team's own word", async () => {
  const { ask, lead, experimentId, score, start, stage } = await anExperiment();
  const requestId = await ask();
  await lead.at(now()).permissions.takeBack({ experimentId, requestId, reason: "Smaller", key: key() });
  await score(2);
  await start();
  expect(await stage()).toBe("running");
});

test("I3: what runs by a standing permission stops when a leader says anything but yes", async () => {
  const { ask, answer, start, stage, covered } = await anExperiment({ likelihood: 2 });
  await start();
  expect(await covered()).toMatchObject({ by: "standing use" });
  await answer(await ask(), "question");
  expect(await stage()).toBe("permission ended");
  expect(await covered()).toBeNull();
});

test("I3: what started by a standing permission does not come back by a later yes to other terms", async () => {
  const { ask, answer, start, score, stage } = await anExperiment({ likelihood: 2 });
  await start();
  await answer(await ask(), "not this time");
  await score(1);
  await answer(await ask(), "yes");
  await score(2);
  expect(await stage()).toBe("terms changed");
});

test("I3: taking back the newer of two yeses ends the older one too", async () => {
  const { ask, answer, requestId, withdraw, stage, covered } = await aRunningOne();
  const newer = await ask({ fromOn: "2027-03-20", renewsId: requestId });
  await answer(newer, "yes");
  await withdraw(newer);
  expect(await stage()).toBe("permission ended");
  expect(await covered()).toBeNull();
});

test("I3: 'not this time' to a request for longer leaves what was given until its own last day, and to another ends it", async () => {
  const { ask, answer, requestId, stage } = await aRunningOne();
  await answer(await ask({ fromOn: "2027-03-20", renewsId: requestId }), "not this time");
  expect(await stage()).toBe("running");
  await answer(await ask(), "not this time");
  expect(await stage()).toBe("permission ended");
});

test("I9: when its only leader is suspended it does not run, and the card says so", async () => {
  const { lead, leader, experimentId, stage, start } = await aRunningOne();
  const suspend = (at: string | null) =>
    world.db.update(people).set({ suspendedAt: at }).where(eq(people.id, leader.id));
  await suspend(now());
  expect(await stage()).toBe("nobody answers");
  const { sentence } = await lead.at(now()).permissions.card({ experimentId });
  expect(sentence).toBe(`It does not run. ${nobodyIsNamed("OCH Trust")}`);
  await expect(start()).rejects.toThrow(nobodyIsNamed("OCH Trust"));
  await suspend(null);
  expect(await stage()).toBe("running");
});
