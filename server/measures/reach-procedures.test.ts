import { expect, test } from "vitest";
import { define, logWith, twoContributors, week } from "@/server/measures/testing";
import { key, registerWithRisk, type TestPerson, testSystem } from "@/server/testing";

const world = testSystem();

test("a measure of another system is not found, like one that never was; a stranger to it may not log", async () => {
  const { systemId, hospital, community, imogen } = await twoContributors(world);
  const measureId = await define(imogen, systemId, [hospital]);
  const elsewhere = await world.system("Saltholm and Verrick");
  const stranger = await world.person("Stranger", {
    systemId: elsewhere,
    organisationId: await world.organisation(elsewhere, "VER"),
  });
  const colleague = await world.person("Colleague", { systemId, organisationId: community });
  const part = { organisationId: hospital, periodOn: week(), numerator: 1, denominator: 2, key: key() };
  const never = await stranger.api.measures.find({ measureId: crypto.randomUUID() }).catch((error) => error);
  for (const attempt of [
    () => stranger.api.measures.find({ measureId }),
    () => stranger.api.measures.series({ measureId }),
    () => stranger.api.measures.ownPart({ measureId, organisationId: hospital }),
    () => stranger.api.measures.beforeLogging({ measureId }),
    () => stranger.api.measures.log({ ...part, measureId }),
    () => colleague.api.measures.ownPart({ measureId, organisationId: hospital }),
  ]) {
    const refused = await attempt().catch((error) => error);
    expect([refused.code, refused.message]).toEqual([never.code, never.message]);
  }
  expect((await stranger.api.measures.list({ page: 1 })).total).toBe(0);
  await expect(colleague.api.measures.log({ ...part, measureId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(world.nobody().measures.find({ measureId })).rejects.toThrow("Sign in first");
});

test("a leader or a board member never gets two organisations' values for one measure", async () => {
  const { systemId, hospital, community, imogen, callum } = await twoContributors(world);
  const measureId = await define(imogen, systemId, [hospital, community]);
  const experimentId = await registerWithRisk(imogen, {
    systemId,
    organisationId: hospital,
    carriedBy: [hospital, community],
  });
  await imogen.api.measures.chooseForExperiment({ experimentId, measureId, role: "outcome", key: key() });
  await imogen.api.experiments.share({ experimentId, key: key() });
  // Figures that occur nowhere else: 7,919 of 10,007 and 6,133 of 10,009; 7,129 of 10,037 is not complete.
  await logWith({ measureId, organisationId: hospital })(imogen, week(1), 7919, 10007);
  await logWith({ measureId, organisationId: community })(callum, week(1), 6133, 10009);
  await logWith({ measureId, organisationId: hospital })(imogen, week(), 7129, 10037);

  const leader = await world.person("Leader", { systemId, organisationId: community, role: "leader" });
  const both = await world.person("Both", { systemId, organisationId: hospital });
  const boardId = await world.board(systemId, "SPB");
  await world.seat(systemId, boardId, both.id, "observer");
  const member = await world.person("Member");
  await world.seat(systemId, boardId, member.id);

  const answersTo = async ({ api }: TestPerson) => {
    const requests = [
      api.measures.list({ page: 1 }),
      api.measures.toLog(),
      api.measures.find({ measureId }),
      api.measures.series({ measureId }),
      api.measures.results({ experimentId }),
      api.measures.ofExperiment({ experimentId }),
      api.measures.beforeLogging({ measureId }),
      api.measures.beforeLogging({ measureId, organisationId: hospital }),
      api.measures.beforeLogging({ measureId, organisationId: community }),
      api.measures.ownPart({ measureId, organisationId: hospital }),
      api.measures.ownPart({ measureId, organisationId: community }),
      api.journal.list({ experimentId }),
    ];
    return JSON.stringify(await Promise.all(requests.map((answer) => (answer as Promise<unknown>).catch(() => null))));
  };
  // As a number or in a sentence, but not within an id or a time
  const figures = (counts: string, percentages: string) =>
    new RegExp(`(?<![\\w.-])((${counts})(?![\\w.-])|(${percentages}))`);
  const hospitals = figures("7,?919|7,?129", "79\\.13|71\\.02");
  const communitys = figures("6,?133", "61\\.27");
  const seen = await Promise.all([leader, both, member, imogen].map(answersTo));
  const [toLeader = "", toBoth = "", toMember = "", toTeam = ""] = seen;
  expect([hospitals.test(toTeam), communitys.test(toTeam)]).toEqual([true, true]); // control: the patterns do match
  expect([hospitals.test(toLeader), communitys.test(toLeader)]).toEqual([false, true]);
  expect([hospitals.test(toBoth), communitys.test(toBoth)]).toEqual([true, false]);
  expect([hospitals.test(toMember), communitys.test(toMember)]).toEqual([false, false]);
  for (const answer of seen) expect(answer).toContain("70.20"); // the system's own: 14,052 of 20,016
});
