import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { deputies, memberships, systemOrganisations } from "@/db/schema";
import { untilEndOf } from "@/server/format";
import type { AnswerInput } from "@/server/permissions/answering/input";
import { anIdea, key, registerWithRisk, type TestPerson, testSystem } from "@/server/testing";
import { DAY_IS_OVER, differsFromAsked, notEarlier } from "./conditions";
import { ANSWERS_FOR_NO_CARRIER } from "./whose-answer";

const world = testSystem();
const now = "2027-01-04T09:00:00Z";
const dates = { fromOn: "2027-01-04", endsOn: "2027-03-31" };

async function asked() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const lead = await world.person("Callum", { systemId, organisationId });
  const leader = await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  const api = lead.at(now);
  const experimentId = await registerWithRisk({ ...lead, api }, { systemId, organisationId });
  const measure = {
    ...{ name: "2-hour visits", unit: "%", direction: "up" as const, rhythm: "week" as const, decimals: 0 },
    ...{ operationalDefinition: "Visits within 2 hours", counting: "value" as const },
  };
  const { measureId } = await api.measures.defineForExperiment({
    ...{ ...measure, role: "outcome", contributors: [organisationId], experimentId, key: key() },
  });
  const dip = { measureId, worstValue: 65, ...dates, carriedBy: [organisationId] };
  await api.dips.expect({ ...dip, experimentId, key: key() });
  const ask = async (more = {}) =>
    (await api.permissions.ask({ experimentId, ...dates, ...more, key: key() })).requestId;
  const requestId = await ask();
  const read = (person: TestPerson = leader, id = requestId) =>
    person.at(now).permissions.request({ experimentId, requestId: id });
  const { terms, termsHash } = await read();
  const answer = (
    given: Partial<AnswerInput>,
    by: TestPerson = leader,
    more: { requestId?: string; key?: string } = {},
  ) =>
    by.at(now).permissions.answer({
      ...{ answer: "yes", inWords: "", requestId, organisationId, termsHash, key: key(), experimentId },
      ...given,
      ...more,
    });
  const dipId = terms.expectedDips[0]?.id ?? "";
  return { systemId, organisationId, lead, leader, experimentId, requestId, dipId, ask, read, answer };
}

test("a question and its replies are a thread that both read; once it is answered nobody waits for a reply", async () => {
  const it = await asked();
  const { lead, leader, experimentId } = it;
  await it.answer({ answer: "question", inWords: "Who covers the line?" });
  const [question] = (await it.read()).answers;
  const reply = { experimentId, answerId: question?.id ?? "", inWords: "The night sister" };
  await expect(leader.at(now).permissions.reply({ ...reply, key: key() })).rejects.toThrow("for other people to do");
  const same = key();
  await lead.at(now).permissions.reply({ ...reply, key: same });
  await lead.at(now).permissions.reply({ ...reply, key: same }); // pressed twice
  expect((await it.read()).replies).toMatchObject([
    { answerId: question?.id, inWords: "The night sister", by: "Callum" },
  ]);
  expect((await leader.at("2027-01-07T09:00:00Z").permissions.request(it)).waitingDays).toBe(3);
  const home = await leader.at(now).home.mine();
  expect(home.requests).toMatchObject([{ asked: true, replied: true }]);
  await it.answer({});
  await expect(lead.at(now).permissions.reply({ ...reply, key: key() })).rejects.toThrow(
    "OCH Trust has answered since",
  );
});

test("a reply to another experiment's question is not found", async () => {
  const [it, other] = [await asked(), await asked()];
  await it.answer({ answer: "question", inWords: "Why?" });
  const [question] = (await it.read()).answers;
  const reply = { experimentId: other.experimentId, answerId: question?.id ?? "", inWords: "Because", key: key() };
  await expect(other.lead.at(now).permissions.reply(reply)).rejects.toThrow("could not find");
});

test("conditions that are none are refused beside their field, and what differs is said to the team", async () => {
  const it = await asked();
  const { lead, experimentId, dipId } = it;
  const tighter = (worstValue?: number, id = dipId) =>
    it.answer({ answer: "yes with conditions", endsOn: "2027-02-28", tighterDips: [{ dipId: id, worstValue }] });
  await expect(tighter(60)).rejects.toThrow("Enter a figure that is tighter than the 65% they asked for");
  await expect(tighter(65)).rejects.toThrow("tighter than the 65%");
  await expect(tighter(70, experimentId)).rejects.toThrow("Your organisation does not carry this dip");
  const late = { answer: "yes with conditions" as const, endsOn: "2027-04-01" };
  await expect(it.answer(late)).rejects.toThrow(notEarlier("2027-03-31"));
  await expect(it.answer({ ...late, endsOn: "2027-01-03" })).rejects.toThrow(DAY_IS_OVER);
  expect((await it.read()).answers).toEqual([]);
  await tighter(70);
  const [conditions] = await lead.at(now).permissions.conditions({ experimentId });
  expect(conditions).toMatchObject({
    canAccept: true,
    differs: [
      ...differsFromAsked({ endsOn: "2027-03-31", expectedDips: [] }, { endsOn: "2027-02-28" }),
      "2-hour visits: as far as 70%, not 65%.",
    ],
  });
  const accept = { experimentId, answerId: conditions?.answerId ?? "", key: key() };
  await lead.at(now).permissions.acceptConditions(accept);
  expect(await lead.at(now).permissions.conditions({ experimentId })).toMatchObject([{ canAccept: false }]);
});

test("once the team has asked again an answer to the older request is refused, and the days that differ are shown", async () => {
  const it = await asked();
  const newer = await it.ask({ endsOn: "2027-02-28" });
  await expect(it.answer({})).rejects.toThrow("The team has asked again since");
  expect((await it.read()).changes).toEqual({
    newerId: newer,
    differences: [
      {
        part: "When",
        before: `From 4 January 2027 ${untilEndOf("2027-03-31")}`,
        now: `From 4 January 2027 ${untilEndOf("2027-02-28")}`,
      },
    ],
  });
  const { changes, termsHash, canAnswerFor } = await it.read(it.leader, newer);
  expect(changes).toBeNull();
  expect(canAnswerFor).toHaveLength(1);
  await it.answer({ termsHash }, it.leader, { requestId: newer });
});

test("changed and not asked again, the leader reads what changed and could have answered", async () => {
  const it = await asked();
  const edit = { ...anIdea, changeIdea: "Another idea", takingPart: [it.organisationId], version: 1, key: key() };
  await it.lead.at(now).experiments.edit({ ...edit, experimentId: it.experimentId });
  const read = await it.read();
  expect(read.changes).toEqual({
    newerId: null,
    differences: [{ part: "What they would try", before: anIdea.changeIdea, now: "Another idea" }],
  });
  expect([read.canAnswerFor.length, read.couldAnswerFor.length]).toEqual([0, 1]);
});

test("a leader who left between opening and sending, or whose organisation closed, is told so", async () => {
  const it = await asked();
  await world.db.update(memberships).set({ endsOn: "2027-01-03" }).where(sql`person_id = ${it.leader.id}`);
  const colleague = { systemId: it.systemId, organisationId: it.organisationId, personId: it.leader.id };
  await world.db.insert(memberships).values({ ...colleague, role: "member", fromOn: "2020-01-01" });
  await expect(it.answer({})).rejects.toThrow(ANSWERS_FOR_NO_CARRIER);
  expect((await it.read()).whyNotAnswer).toEqual([
    "You answered for OCH Trust until 3 January 2027. Another leader does now.",
  ]);

  const closing = await asked();
  const elsewhere = await world.organisation(closing.systemId, "QUH");
  const also = { systemId: closing.systemId, organisationId: elsewhere, personId: closing.leader.id };
  await world.db.insert(memberships).values({ ...also, role: "member", fromOn: "2020-01-01" });
  const closed = sql`organisation_id = ${closing.organisationId}`;
  await world.db.update(systemOrganisations).set({ endsOn: "2027-01-03" }).where(closed);
  await expect(closing.answer({})).rejects.toThrow(ANSWERS_FOR_NO_CARRIER);
  expect((await closing.read()).whyNotAnswer).toEqual([
    "OCH Trust closed on 3 January 2027, so nobody answers for it any more.",
  ]);
});

test("a deputy answers in the leader's name, and not for an organisation that has closed", async () => {
  const it = await asked();
  const elsewhere = await world.organisation(it.systemId, "QUH");
  const deputy = await world.person("Tomos", { systemId: it.systemId, organisationId: it.organisationId });
  const also = { systemId: it.systemId, organisationId: elsewhere, personId: deputy.id };
  await world.db.insert(memberships).values({ ...also, role: "member", fromOn: "2020-01-01" });
  const place = { systemId: it.systemId, organisationId: it.organisationId, leaderId: it.leader.id };
  await world.db.insert(deputies).values({ ...place, deputyId: deputy.id, fromOn: "2020-01-01", endsOn: "2099-01-01" });
  expect((await it.read(deputy)).inWhoseName).toBe(
    "You answer in the name of Sunniva (OCH Trust). Both names are kept and shown.",
  );
  const closed = sql`organisation_id = ${it.organisationId}`;
  await world.db.update(systemOrganisations).set({ endsOn: "2027-01-03" }).where(closed);
  await expect(it.answer({}, deputy)).rejects.toThrow(ANSWERS_FOR_NO_CARRIER);
});

test("the end is decided from 14 days before, and letting it end is written down with its reason", async () => {
  const it = await asked();
  const { lead, leader, experimentId, requestId } = it;
  await it.answer({});
  const end = { experimentId, requestId, reason: "We know enough" };
  await expect(lead.at(now).permissions.letItEnd({ ...end, key: key() })).rejects.toThrow("from 17 March 2027");
  const near = "2027-03-20T09:00:00Z";
  await expect(leader.at(near).permissions.letItEnd({ ...end, key: key() })).rejects.toThrow("for other people");
  await lead.at(near).permissions.letItEnd({ ...end, key: key() });
  expect(await leader.at(near).permissions.atTheEnd({ experimentId })).toMatchObject({
    ending: { id: requestId, endsOn: "2027-03-31", daysLeft: 11 },
    letEnd: { by: "Callum", reason: "We know enough" },
    renewal: 1,
    whyNot: null,
  });
  const letsEnd = async () => (await lead.at(near).home.mine()).experiments.map((one) => one.letsEnd);
  expect(await letsEnd()).toEqual([true]);
  const longer = { fromOn: "2027-04-01", endsOn: "2027-05-31", renewsId: requestId };
  const renewed = await lead.at(near).permissions.ask({ experimentId, ...longer, whyLonger: "Spring", key: key() });
  expect(await letsEnd()).toEqual([false]);
  expect((await lead.at(near).permissions.atTheEnd({ experimentId })).whyNot).toMatch("asked for longer already");
  expect(await leader.at(near).permissions.request({ experimentId, requestId: renewed.requestId })).toMatchObject({
    renews: { fromOn: dates.fromOn, endsOn: dates.endsOn, number: 1 },
    terms: { whyLonger: "Spring" },
  });
});
