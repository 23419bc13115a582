import { expect, test } from "vitest";
import type { ConclusionOutcome } from "@/db/vocabulary";
import { key, registerWithRisk, testSystem } from "@/server/testing";

const world = testSystem();

async function aSystem() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "TWP");
  const farhan = await world.person("Farhan", { systemId, organisationId });
  const colleague = await world.person("Colleague", { systemId, organisationId });
  const conclude = async (outcome: ConclusionOutcome, learned: string, shared = true) => {
    const experimentId = await registerWithRisk(farhan, { systemId, organisationId });
    if (shared) await farhan.api.experiments.share({ experimentId, key: key() });
    const lesson = { whatHappened: "Much", tellNextTeam: "Begin small", changeStops: true, measuringStops: true };
    await farhan.api.experiments.conclude({ ...lesson, experimentId, outcome, learned, key: key() });
    return experimentId;
  };
  return { farhan, colleague, conclude };
}

const learned = (side: { lessons: { learned: string }[] }) => side.lessons.map((lesson) => lesson.learned);

test("what went on and what did not stand side by side, newest first", async () => {
  const { colleague, conclude } = await aSystem();
  await conclude("adopt", "Kept");
  await conclude("abandon", "Did not help");
  await conclude("adapt", "Changed");
  await conclude("cannot tell", "Too few people");
  await conclude("stopped early", "Staff were ill");
  const { goesOn, ends, pages } = await colleague.api.learning.list({ page: 1 });
  expect(learned(goesOn)).toEqual(["Changed", "Kept"]);
  expect(learned(ends)).toEqual(["Staff were ill", "Too few people", "Did not help"]);
  expect(ends.lessons[0]).toMatchObject({
    tellNextTeam: "Begin small",
    organisation: "TWP Trust",
    outcome: "stopped early",
  });
  expect(pages).toBe(1);
});

test("a search finds words of the lesson and of the experiment, and a percent sign is only a percent sign", async () => {
  const { colleague, conclude } = await aSystem();
  await conclude("adopt", "Pharmacists notice early");
  await conclude("abandon", "The lift was broken");
  const find = async (q: string) => {
    const { goesOn, ends } = await colleague.api.learning.list({ page: 1, q });
    return [...learned(goesOn), ...learned(ends)];
  };
  expect(await find("pharmacist")).toEqual(["Pharmacists notice early"]);
  expect(await find("ring back")).toEqual(["Pharmacists notice early", "The lift was broken"]);
  expect(await find("%")).toEqual([]);
});

test("a draft that ended stays its team's own, and another system's lessons are not seen", async () => {
  const { farhan, colleague, conclude } = await aSystem();
  await conclude("abandon", "Only we know", false);
  expect(learned((await farhan.api.learning.list({ page: 1 })).ends)).toEqual(["Only we know"]);
  expect((await colleague.api.learning.list({ page: 1 })).ends.total).toBe(0);
  const other = await aSystem();
  await other.conclude("adopt", "Ours");
  expect((await colleague.api.learning.list({ page: 1 })).goesOn.total).toBe(0);
  expect((await colleague.api.learning.list({ page: 1, q: "ours" })).goesOn.total).toBe(0);
});

test("pages go on as long as the longer side", async () => {
  const { colleague, conclude } = await aSystem();
  for (let index = 1; index <= 11; index++) await conclude("abandon", `Lesson ${index}`);
  const second = await colleague.api.learning.list({ page: 2 });
  expect([second.pages, learned(second.ends), second.goesOn.total]).toEqual([2, ["Lesson 1"], 0]);
});
