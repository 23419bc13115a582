import { expect, test } from "vitest";
import { aRisk, key, registerWithRisk, testSystem } from "@/server/testing";
import { missingIn, nextQuestion } from "./draft";

const begun = {
  harm: "A bed comes too late",
  whoIsAffected: "People who go home on a Monday",
  domain: "service" as const,
};
const nothingElse = { consequence: null, likelihood: null, controls: null, earlyWarning: null };

test("a half-written risk says what it lacks, and which question comes next", () => {
  const draft = { ...begun, ...nothingElse };
  expect(nextQuestion({ ...draft, domain: null })).toBe("what");
  expect(nextQuestion(draft)).toBe("how-bad");
  expect(missingIn(draft)).toEqual([
    "Choose how bad it would be",
    "Choose how likely it is",
    "Say what makes it less likely or less bad",
    "Say what you would notice first",
  ]);
  const scored = { ...draft, consequence: 2, likelihood: 3 };
  expect(nextQuestion(scored)).toBe("what-helps");
  const whole = { ...scored, controls: "A call the day before", earlyWarning: "A ward rings" };
  expect([nextQuestion(whole), missingIn(whole)]).toEqual(["who-carries", []]);
});

const world = testSystem();

async function team() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const lead = await world.person("Ravi", { systemId, organisationId });
  const experimentId = await registerWithRisk(lead, { systemId, organisationId });
  const { draftId } = await lead.api.risks.begin({ ...begun, experimentId, key: key() });
  return { systemId, organisationId, lead, experimentId, draftId };
}

test("every answer is kept as they go, counts for nothing until the last, and then is a risk like any other", async () => {
  const { lead, organisationId, experimentId, draftId } = await team();
  const { api } = lead;
  const at = (version: number) => ({ experimentId, draftId, version, key: key() });
  const standing = () => api.permissions.overview({ experimentId });
  const before = await standing();
  await api.risks.scoreRisk({ ...at(1), consequence: 4, likelihood: 4 });
  expect(await api.risks.drafts({ experimentId })).toMatchObject([{ ...begun, consequence: 4, next: "what-helps" }]);
  expect(await standing()).toEqual(before); // as a risk, a score of 16 would need a board
  await expect(api.risks.finish({ ...at(2), carriedBy: [organisationId] })).rejects.toThrow(
    "Say what you would notice",
  );
  await api.risks.describeControls({ ...at(2), controls: "A call the day before", earlyWarning: "A ward rings" });
  await api.risks.finish({ ...at(3), carriedBy: [organisationId] });
  expect(await api.risks.drafts({ experimentId })).toEqual([]);
  expect((await api.risks.list({ experimentId }))[0]).toMatchObject({ ...begun, consequence: 4, likelihood: 4 });
});

test("two windows on one draft: the later sees both versions, and neither is lost", async () => {
  const { lead, experimentId, draftId } = await team();
  const say = (harm: string) =>
    lead.api.risks.describeHarm({ ...begun, harm, experimentId, draftId, version: 1, key: key() });
  await say("Mine");
  await expect(say("Theirs")).rejects.toMatchObject({ cause: { version: 2, theirs: { harm: "Mine" }, by: "Ravi" } });
});

test("pressed twice it is begun once; put aside it is gone; and nobody else's can be reached", async () => {
  const { lead, systemId, organisationId, experimentId, draftId } = await team();
  const once = { ...begun, experimentId, key: key() };
  const [one, two] = [await lead.api.risks.begin(once), await lead.api.risks.begin(once)];
  expect(one).toEqual(two);
  await lead.api.risks.dropDraft({ experimentId, draftId, key: key() });
  expect((await lead.api.risks.drafts({ experimentId })).map(({ id }) => id)).toEqual([one.draftId]);
  const other = await registerWithRisk(lead, { systemId, organisationId });
  await expect(lead.api.risks.draft({ experimentId: other, draftId: one.draftId })).rejects.toThrow("could not find");
  const stranger = await world.person("Hester", { systemId, organisationId });
  await expect(stranger.api.risks.drafts({ experimentId })).rejects.toThrow("could not find");
});

test("similar experiments lend their words, not their scores, and only those within reach", async () => {
  const { lead, systemId, organisationId, experimentId } = await team();
  const colleague = await world.person("Imogen", { systemId, organisationId });
  const theirs = await registerWithRisk(colleague, { systemId, organisationId });
  const risk = { ...aRisk, harm: "Nobody rings back", carriedBy: [organisationId] };
  await colleague.api.risks.record({ ...risk, experimentId: theirs, key: key() });
  expect(await lead.api.risks.similar({ experimentId })).toEqual([]); // their experiment is not shared yet
  await colleague.api.experiments.share({ experimentId: theirs, key: key() });
  const similar = await lead.api.risks.similar({ experimentId });
  // A risk that both teams have is not suggested
  expect(similar.map(({ harm }) => harm)).toEqual(["Nobody rings back"]);
  expect(similar[0]).not.toHaveProperty("consequence");
});
