import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { deputies, people } from "@/db/schema";
import { saidNotThisTime } from "@/server/experiments/start";
import { anIdea, aRisk, daysFrom, key, registerWithRisk, type TestPerson, testSystem } from "@/server/testing";
import { DAYS_ARE_OVER } from "@/server/text";
import { whyNobodyAnswers } from "./asking/ask";
import { BEGINS_TODAY_OR_LATER } from "./asking/period";

const world = testSystem();
const dates = daysFrom();

async function asked() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const lead = await world.person("Callum", { systemId, organisationId });
  const leader = await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  const experimentId = await registerWithRisk(lead, { systemId, organisationId });
  const { requestId } = await lead.api.permissions.ask({ experimentId, ...dates, key: key() });
  return { systemId, organisationId, lead, leader, experimentId, requestId };
}

type Asked = Awaited<ReturnType<typeof asked>>;

async function answerAs(
  person: TestPerson,
  it: Asked,
  answer: "yes" | "question" | "not this time" = "yes",
  inWords = "",
) {
  const { experimentId, requestId, organisationId } = it;
  const { termsHash } = await person.api.permissions.request({ experimentId, requestId });
  return person.api.permissions.answer({
    experimentId,
    requestId,
    organisationId,
    answer,
    inWords,
    termsHash,
    key: key(),
  });
}

const notYours = "This is for other people to do";

test("nobody answers what they wrote, are on the team of, or with a second account", async () => {
  const it = await asked();
  const { systemId, organisationId, lead, experimentId } = it;
  const at = { systemId, organisationId, role: "leader" as const };
  await world.works({ ...at, personId: lead.id, fromOn: "2020-01-01" });
  await expect(answerAs(lead, it)).rejects.toThrow(notYours);

  const twin = await world.person("Callum again", at);
  await world.db.update(people).set({ samePersonAs: lead.id }).where(sql`id = ${twin.id}`);
  await expect(answerAs(twin, it)).rejects.toThrow(notYours);

  const joined = await world.person("Bronagh", at);
  await lead.api.experiments.addTeamMember({ experimentId, personId: joined.id, leads: false, key: key() });
  await expect(answerAs(joined, it)).rejects.toThrow(notYours);
});

test("someone who wrote a risk and left the team does not answer either", async () => {
  const it = await asked();
  const { systemId, organisationId, lead, experimentId } = it;
  const writer = await world.person("Bronagh", { systemId, organisationId, role: "leader" });
  await lead.api.experiments.addTeamMember({ experimentId, personId: writer.id, leads: false, key: key() });
  await writer.api.risks.record({ ...aRisk, experimentId, carriedBy: [organisationId], key: key() });
  await lead.api.experiments.endTeamMembership({ experimentId, personId: writer.id, key: key() });
  await lead.api.permissions.ask({ experimentId, ...dates, key: key() });
  await expect(answerAs(writer, it)).rejects.toThrow(notYours);
});

test("only a leader of a carrying organisation answers, or the deputy named for today, and both are recorded", async () => {
  const it = await asked();
  const { systemId, organisationId, leader, lead, experimentId } = it;
  const elsewhere = await world.organisation(systemId, "QUH");
  const other = await world.person("Ifeoma", { systemId, organisationId: elsewhere, role: "leader" });
  await expect(answerAs(other, it)).rejects.toThrow(notYours);
  const deputy = await world.person("Tomos", { systemId, organisationId });
  const stands = { systemId, organisationId, leaderId: leader.id, deputyId: deputy.id };
  await world.db.insert(deputies).values({ ...stands, fromOn: "2020-01-01", endsOn: "2020-02-01" });
  await expect(answerAs(deputy, it)).rejects.toThrow(notYours); // their time is over
  await world.db.insert(deputies).values({ ...stands, fromOn: "2020-03-01", endsOn: "2099-01-01" });
  await answerAs(deputy, it);
  const { answers } = await lead.api.permissions.overview({ experimentId });
  expect(answers).toMatchObject([{ answer: "yes", by: "Tomos", inPlaceOf: "Sunniva" }]);
});

test("a deputy of a deputy answers nothing", async () => {
  const it = await asked();
  const { systemId, organisationId, leader } = it;
  const first = await world.person("First", { systemId, organisationId });
  const second = await world.person("Second", { systemId, organisationId });
  const days = { systemId, organisationId, fromOn: "2020-01-01", endsOn: "2099-01-01" };
  await world.db.insert(deputies).values([
    { ...days, leaderId: leader.id, deputyId: first.id },
    { ...days, leaderId: first.id, deputyId: second.id },
  ]);
  await expect(answerAs(second, it)).rejects.toThrow(notYours);
  await answerAs(first, it);
});

test("an answer to words that are not on the screen any more is refused, and nothing is saved", async () => {
  const it = await asked();
  const { experimentId, requestId, organisationId, lead, leader } = it;
  const { termsHash } = await leader.api.permissions.request({ experimentId, requestId });
  await lead.api.experiments.edit({
    ...anIdea,
    changeIdea: "Another idea",
    experimentId,
    takingPart: [organisationId],
    version: 1,
    key: key(),
  });
  const yes = { experimentId, requestId, organisationId, answer: "yes" as const, inWords: "" };
  await expect(leader.api.permissions.answer({ ...yes, termsHash, key: key() })).rejects.toThrow(
    "The team has changed the words",
  );
  await expect(leader.api.permissions.answer({ ...yes, termsHash: "0".repeat(64), key: key() })).rejects.toThrow(
    "changed the words",
  );
  expect((await lead.api.permissions.overview({ experimentId })).answers).toEqual([]);
});

test("two leaders of one organisation answer at the same moment: one answer counts, the other is told", async () => {
  const it = await asked();
  const { systemId, organisationId } = it;
  const second = await world.person("Ruaridh", { systemId, organisationId, role: "leader" });
  const results = await Promise.allSettled([
    answerAs(it.leader, it),
    answerAs(second, it, "not this time", "Too soon"),
  ]);
  expect(results.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a question keeps the request open; not this time closes it with a reason", async () => {
  const it = await asked();
  const { lead, leader, experimentId } = it;
  const stage = async () => (await lead.api.experiments.find({ experimentId })).stage;
  await expect(answerAs(leader, it, "question")).rejects.toThrow("Write your question");
  await answerAs(leader, it, "question", "Who covers the line?");
  expect(await stage()).toBe("asked");
  expect((await leader.api.home.mine()).requests).toMatchObject([{ experimentId, asked: true }]);
  await answerAs(leader, it, "not this time", "Not before winter");
  expect(await stage()).toBe("idea");
  expect(await lead.api.experiments.whyNotStart({ experimentId })).toEqual([saidNotThisTime("OCH Trust")]);
});

test("a permission taken back holds no longer, from that moment", async () => {
  const it = await asked();
  const { lead, leader, experimentId, requestId, organisationId } = it;
  await answerAs(leader, it);
  await lead.api.experiments.start({ experimentId, key: key() });
  await leader.api.permissions.withdraw({
    experimentId,
    requestId,
    organisationId,
    reason: "A patient was harmed",
    key: key(),
  });
  expect((await lead.api.experiments.find({ experimentId })).stage).toBe("permission ended");
});

test("permission is asked for days to come; until today is still to come", async () => {
  const { lead, experimentId } = await asked();
  const at = lead.at("2098-01-15T23:59:59Z");
  const ask = (fromOn: string, endsOn = "2098-01-15") =>
    at.permissions.ask({ experimentId, fromOn, endsOn, key: key() });
  await expect(ask("2098-01-01", "2098-01-14")).rejects.toThrow(DAYS_ARE_OVER);
  await expect(ask("2098-01-14")).rejects.toThrow(BEGINS_TODAY_OR_LATER);
  await ask("2098-01-15");
});

test("since when the words are what they are is kept, and a name corrected is no change of them", async () => {
  const { lead, experimentId, organisationId } = await asked();
  const edit = (words: object, version: number) =>
    lead.api.experiments.edit({ ...anIdea, ...words, experimentId, takingPart: [organisationId], version, key: key() });
  const versions = async () => {
    const { rows } = await world.db.execute<{ hash: string; by: string }>(
      sql`select material_hash as hash, changed_by as by from terms_versions where experiment_id = ${experimentId} order by since_at`,
    );
    return rows;
  };
  const before = await versions();
  await edit({ title: "Ring back by 11" }, 1);
  expect(await versions()).toEqual(before);
  await edit({ changeIdea: "Another idea" }, 2);
  const after = await versions();
  expect(after).toHaveLength(before.length + 1);
  expect(after.at(-1)?.by).toBe(lead.id);
  const { rows } = await world.db.execute(
    sql`select material_hash as hash from experiments where id = ${experimentId}`,
  );
  expect(rows).toEqual([{ hash: after.at(-1)?.hash }]);
});

test("asking needs a prediction, a risk, the risk of not trying and somebody who may answer", async () => {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "LCA");
  const lead = await world.person("Stellan", { systemId, organisationId });
  const { experimentId } = await lead.api.experiments.register({
    ...{ ...anIdea, prediction: "", key: key(), systemId },
    ...{ leadOrganisationId: organisationId, takingPart: [] },
  });
  const why = async () => (await lead.api.permissions.asking({ experimentId })).whyNotSend;
  expect(await why()).toHaveLength(4);
  await lead.api.risks.record({ ...aRisk, experimentId, carriedBy: [organisationId], key: key() });
  expect(await why()).toContain(whyNobodyAnswers({ organisation: "LCA Trust", leaders: [], onTeam: [] }));
  await expect(lead.api.permissions.ask({ experimentId, ...dates, key: key() })).rejects.toThrow(
    "Say what you expect to happen",
  );
});
