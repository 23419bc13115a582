import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { memberships, systemOrganisations } from "@/db/schema";
import { aRisk, key, registerWithRisk, testSystem } from "@/server/testing";
import { DAYS_ARE_OVER, LAST_DAY_BEFORE_FIRST } from "@/server/text";
import { type Asking, tasksOf, warningsBeforeSending, whyNotSend } from "./tasks";

const och = { organisation: "OCH", leaders: ["Sunniva"], onTeam: [] };
const dates = { fromOn: "2027-01-04", endsOn: "2027-03-31" };
const ready: Asking = {
  stage: "idea",
  today: "2027-01-02",
  longestMonths: 12,
  terms: { risks: [1], riskOfNotTrying: "People wait", prediction: "Fewer wait" },
  carriers: [och],
  measures: 1,
  halfWritten: 0,
  dips: [],
  stopRules: 0,
  draft: { ...dates, boardId: null, whyLonger: "" },
  boardNeeded: null,
  boards: [],
  renewal: null,
};
const longer = { problem: null, nth: 1, ...dates };
const states = (changes: Partial<Asking>) => tasksOf({ ...ready, ...changes }).map(({ state }) => state);

test("five tasks, each with its state worked out from what is there", () => {
  const done = ["done", "done", "done", "done", "done"];
  expect(states({})).toEqual(done);
  const { terms, draft } = ready;
  const but = (at: number, state: string) => done.map((usual, index) => (index === at ? state : usual));
  expect(states({ terms: { ...terms, prediction: " " } })).toEqual(but(0, "to do"));
  expect(states({ measures: 0 })).toEqual(but(1, "to do"));
  expect(states({ terms: { ...terms, riskOfNotTrying: "" } })).toEqual(but(2, "to do"));
  expect(states({ halfWritten: 1 })).toEqual(but(2, "to do"));
  expect(states({ dips: [{ ...dates, measure: "Waits", endsOn: "2027-01-01" }] })).toEqual(but(3, "to do"));
  expect(states({ dips: [{ ...dates, measure: "Waits" }] })).toEqual(done);
  expect(states({ draft: { ...draft, endsOn: null } })).toEqual(but(4, "to do"));
  const nothingSaid = states({ terms: { ...terms, risks: [] } });
  expect(nothingSaid).toEqual(["done", "done", "to do", "done", "cannot start yet"]);
  expect(states({ carriers: [{ ...och, leaders: [] }] })).toEqual(but(4, "to do"));
});

test.each<[string, Partial<Asking>, string[]]>([
  ["nothing", {}, []],
  ["a day missing", { draft: { ...ready.draft, fromOn: null } }, ["Say from which day until which day you ask."]],
  ["days that are over", { today: "2027-04-01" }, ["The days you ask for are over. Choose later ones."]],
  [
    "no board to ask",
    { boardNeeded: "A risk scores 15." },
    ["A board's yes is needed as well, and this system has none yet. Ask your administrator."],
  ],
  ["one board", { boardNeeded: "A risk scores 15.", boards: [{ id: "a" }] }, []],
  [
    "a choice of boards",
    { boardNeeded: "A risk scores 15.", boards: [{ id: "a" }, { id: "b" }] },
    ["Choose the board that is asked as well."],
  ],
  ["longer without a reason", { renewal: longer }, ["Say why you ask for longer."]],
  ["longer than nothing", { renewal: { ...longer, problem: "Ask anew instead." } }, ["Ask anew instead."]],
  [
    "an organisation that closed",
    { carriers: [{ ...och, closedOn: "2026-12-31" }] },
    ["OCH has closed or left this system: its last day was 31 December 2026. Change who carries its risks and dips."],
  ],
  [
    "a leader who left",
    { carriers: [{ ...och, leaders: [], leaderLeft: { name: "Sunniva", on: "2026-12-31" } }] },
    [
      "Nobody is named who answers for OCH. Sunniva answered for it until 31 December 2026. Ask your administrator to name a leader.",
    ],
  ],
  ["an end", { stage: "ended" }, ["It has ended. What comes next is a new experiment."]],
])("%s: what still keeps it from being sent", (_, changes, reasons) => {
  expect(whyNotSend({ ...ready, ...changes })).toEqual(reasons);
});

test("what they should know before they send stops nobody", () => {
  expect(warningsBeforeSending(ready)).toEqual([]);
  const dip = { measure: "Waits", fromOn: "2027-05-01", endsOn: "2027-06-01" };
  expect(warningsBeforeSending({ ...ready, halfWritten: 2, measures: 0, dips: [dip] })).toEqual([
    "2 risks are half written. Nobody is asked about that yet.",
    "No measure is chosen yet, so nobody will see whether it works.",
    'The dip of "Waits" lies outside the days you ask for.',
  ]);
});

const world = testSystem();
const now = "2027-01-02T09:00:00Z";

async function team({ consequence = 2 } = {}) {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const lead = await world.person("Callum", { systemId, organisationId });
  const leader = await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  const experimentId = await registerWithRisk(lead, { systemId, organisationId });
  const risk = { ...aRisk, consequence, likelihood: 5, carriedBy: [organisationId] };
  await lead.api.risks.record({ ...risk, experimentId, key: key() });
  const api = lead.at(now);
  const keep = (version: number, days: Partial<typeof dates & { boardId: string }> = dates) =>
    api.permissions.saveDraft({ ...days, version, experimentId, key: key() });
  const asking = () => api.permissions.asking({ experimentId });
  const send = (draftVersion: number, more = {}) =>
    api.permissions.ask({ ...dates, ...more, draftVersion, experimentId, key: key() });
  return { systemId, organisationId, lead, leader, experimentId, api, keep, asking, send };
}

test("what was filled in is kept, half or whole, and gone once sent", async () => {
  const it = await team();
  await expect(it.send(0)).rejects.toThrow("Say from which day");
  await it.keep(0, { fromOn: dates.fromOn });
  expect((await it.asking()).draft).toMatchObject({ fromOn: dates.fromOn, endsOn: null, version: 1 });
  await it.keep(1);
  await it.send(2);
  const { draft } = await it.asking();
  expect(draft).toMatchObject({ fromOn: null, version: 0 });
  await expect(it.send(2)).rejects.toThrow("It has been sent already");
  await expect(it.keep(2)).rejects.toThrow("This was sent while you were writing");
  expect((await it.api.permissions.overview({ experimentId: it.experimentId })).requests).toHaveLength(1);
});

test("days that make no sense are refused with a sentence, and the draft survives", async () => {
  const it = await team();
  await it.keep(0);
  await expect(it.keep(1, { fromOn: "2027-02-30" })).rejects.toThrow("Enter a real date");
  await expect(it.keep(1, { fromOn: "2027-04-01", endsOn: "2027-03-31" })).rejects.toThrow(LAST_DAY_BEFORE_FIRST);
  await expect(it.keep(1, { endsOn: "2027-01-01" })).rejects.toThrow(DAYS_ARE_OVER);
  expect((await it.asking()).draft).toMatchObject({ ...dates, version: 1 });
});

test("edited in two windows: both versions go back, and what was changed while reading is not sent", async () => {
  const it = await team();
  await it.keep(0);
  await it.keep(1, { ...dates, endsOn: "2027-02-28" });
  const conflict = { version: 2, theirs: { endsOn: "2027-02-28" }, by: "Callum" };
  await expect(it.keep(1)).rejects.toMatchObject({ cause: conflict });
  await expect(it.send(1)).rejects.toThrow("Callum changed this while you were reading, so nothing was sent");
});

test("a score of 15 is weighed once, and asks for a board", async () => {
  const it = await team({ consequence: 3 });
  const { experimentId } = it;
  await it.keep(0);
  expect((await it.asking()).whyNotSend).toEqual([expect.stringContaining("this system has none yet")]);
  await world.board(it.systemId, "Partnership Board");
  const other = await world.board(it.systemId, "Place Board");
  expect((await it.asking()).whyNotSend).toEqual(["Choose the board that is asked as well."]);
  await expect(it.keep(1, { ...dates, boardId: key() })).rejects.toThrow("Choose a board of this system");
  await it.keep(1, { ...dates, boardId: other });
  expect((await it.asking()).draft.weighedAt).toBeNull();
  await it.api.permissions.weigh({ experimentId, key: key() });
  const { weighedAt } = (await it.asking()).draft;
  expect(weighedAt).not.toBeNull();
  await it.lead.at("2027-01-03T09:00:00Z").permissions.weigh({ experimentId, key: key() });
  expect((await it.asking()).draft).toMatchObject({ weighedAt, version: 2 });
});

test("longer carries its reason into the terms, and cannot follow what nobody gave", async () => {
  const it = await team();
  const { experimentId, api } = it;
  await it.keep(0);
  const { requestId: renewsId } = await it.send(1);
  const renew = (version: number) =>
    api.permissions.renewInDraft({ experimentId, renewsId, whyLonger: "To see a whole winter", version, key: key() });
  await expect(renew(0)).rejects.toThrow("Nobody said yes to that request");
  const leader = it.leader.at(now).permissions;
  const { termsHash } = await leader.request({ experimentId, requestId: renewsId });
  const { organisationId } = it;
  const yes = { requestId: renewsId, organisationId, answer: "yes" as const, inWords: "", termsHash };
  await leader.answer({ ...yes, experimentId, key: key() });
  await renew(0);
  await it.keep(1, { ...dates, endsOn: "2027-06-30" });
  const { draft, renewal, whyNotSend: reasons } = await it.asking();
  expect([renewal, reasons]).toMatchObject([{ nth: 1, ...dates }, []]);
  const longerUntil = { endsOn: "2027-06-30", renewsId, whyLonger: draft.whyLonger };
  const { requestId } = await it.send(2, longerUntil);
  const { terms } = await api.permissions.request({ experimentId, requestId });
  expect(terms).toMatchObject({ whyLonger: "To see a whole winter", endsOn: "2027-06-30" });
});

test("an organisation that closed and a leader who left are said, with what to do", async () => {
  const { systemId, organisationId, lead } = await team();
  const other = await world.organisation(systemId, "NLA");
  const aurelio = await world.person("Aurelio", { systemId, organisationId: other, role: "leader" });
  const carriedBy = [organisationId, other];
  const experimentId = await registerWithRisk(lead, { systemId, organisationId, carriedBy });
  const reasons = async () => (await lead.at(now).permissions.asking({ experimentId })).whyNotSend;
  await world.db.update(memberships).set({ endsOn: "2026-12-31" }).where(sql`person_id = ${aurelio.id}`);
  expect(await reasons()).toContain(
    "Nobody is named who answers for NLA Trust. Aurelio answered for it until 31 December 2026. Ask your administrator to name a leader.",
  );
  await world.db.update(systemOrganisations).set({ endsOn: "2027-01-01" }).where(sql`organisation_id = ${other}`);
  const closed = "NLA Trust has closed or left this system: its last day was 1 January 2027.";
  expect((await reasons())[0]).toContain(closed);
  const ask = lead.at(now).permissions.ask({ ...dates, experimentId, key: key() });
  await expect(ask).rejects.toThrow(closed);
});

test("nobody outside the team fills in what it asks for", async () => {
  const it = await team();
  await it.api.experiments.share({ experimentId: it.experimentId, key: key() });
  const keep = it.leader.api.permissions.saveDraft({ version: 0, experimentId: it.experimentId, key: key() });
  await expect(keep).rejects.toThrow("other people");
});
