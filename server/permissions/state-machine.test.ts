import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { people } from "@/db/schema";
import { addDays } from "@/server/days";
import { anIdea, key, registerWithRisk, type TestPerson, testSystem } from "@/server/testing";

const world = testSystem();
const firstDay = "2027-02-01";

const names = ["lead", "on the team and leader", "second account", "colleague", "leader", "other leader"] as const;
type Name = (typeof names)[number];
const team: Name[] = ["lead", "on the team and leader", "second account"];
type Side = "ours" | "theirs";
const answersFor: Record<Side, Name[]> = {
  ours: ["on the team and leader", "second account", "leader"],
  theirs: ["other leader"],
};
/** Who may answer: leaders, but for those who are on the team, with whichever account. */
const mayAnswer: Record<Side, Name[]> = { ours: ["leader"], theirs: ["other leader"] };

type Act =
  | { does: "wait"; days: number }
  | { does: "ask"; by: Name; fromIn: number; days: number }
  | { does: "answer"; by: Name; side: Side; answer: "yes" | "question" | "not this time" }
  | { does: "withdraw"; by: Name; side: Side; older: boolean }
  | { does: "take back" | "edit" | "start" | "pause" | "resume" | "look for reminders"; by: Name };

/** What a simple model knows: independent of the rules, of SQL and of the clock's arithmetic. */
type Request = {
  id: string;
  termsHash: string;
  fromOn: string;
  endsOn: string;
  words: number;
  answers: Partial<Record<Side, "yes" | "not this time">>;
  withdrawn: Set<Side>;
  takenBack: boolean;
};
type Model = { day: string; words: number; requests: Request[]; turn: "none" | "under way" | "paused" };

const holds = (model: Model, side: Side) =>
  model.requests.some(
    (request) =>
      request.answers[side] === "yes" &&
      !request.withdrawn.has(side) &&
      !request.takenBack &&
      request.words === model.words &&
      request.fromOn <= model.day &&
      model.day <= request.endsOn,
  );
const covered = (model: Model) => holds(model, "ours") && holds(model, "theirs");
const open = (model: Model, request: Request | undefined): request is Request =>
  request !== undefined && !request.takenBack && request.endsOn >= model.day;

/** Whether the act ought to succeed. */
function allowed(model: Model, act: Act): boolean {
  if (act.does === "wait" || act.does === "look for reminders") return true;
  if (act.does === "pause") return model.turn !== "none";
  const latest = model.requests.at(-1);
  if (act.does === "answer") {
    return (
      mayAnswer[act.side].includes(act.by) &&
      open(model, latest) &&
      latest.words === model.words &&
      !latest.withdrawn.has(act.side) &&
      latest.answers[act.side] === undefined
    );
  }
  if (act.does === "withdraw") {
    const request = act.older ? model.requests[0] : latest;
    return answersFor[act.side].includes(act.by) && open(model, request) && !request.withdrawn.has(act.side);
  }
  if (!team.includes(act.by)) return false;
  if (act.does === "take back") return latest !== undefined && !latest.takenBack;
  if (act.does === "start") return model.turn === "none" && covered(model);
  if (act.does === "resume") return covered(model) && model.turn === "paused";
  return true; // asking and editing
}

/** Everyone there is, once: what differs from run to run is the experiment. */
async function everyone() {
  const systemId = await world.system();
  const ours = await world.organisation(systemId, "OCH");
  const theirs = await world.organisation(systemId, "NLA");
  const at = (organisationId: string, role?: "leader") => ({ systemId, organisationId, role });
  const who: Record<Name, TestPerson> = {
    lead: await world.person("Callum", at(ours)),
    "on the team and leader": await world.person("Bronagh", at(ours, "leader")),
    "second account": await world.person("Callum again", at(ours, "leader")),
    colleague: await world.person("Shanice", at(ours)),
    leader: await world.person("Sunniva", at(ours, "leader")),
    "other leader": await world.person("Morwenna", at(theirs, "leader")),
  };
  const twin = sql`id = ${who["second account"].id}`;
  await world.db.update(people).set({ samePersonAs: who.lead.id }).where(twin);
  return { systemId, organisationIds: { ours, theirs }, who };
}

async function playThrough({ systemId, organisationIds, who }: Awaited<ReturnType<typeof everyone>>, acts: Act[]) {
  const at = { systemId, organisationId: organisationIds.ours, carriedBy: Object.values(organisationIds) };
  const api = who.lead.at("2027-01-31T09:00:00Z");
  const experimentId = await registerWithRisk({ ...who.lead, api }, at);
  const joins = { experimentId, personId: who["on the team and leader"].id, leads: false, key: key() };
  await api.experiments.addTeamMember(joins);
  await api.experiments.share({ experimentId, key: key() });
  const model: Model = { day: firstDay, words: 0, requests: [], turn: "none" };
  let [seconds, version] = [0, 1];
  const as = (name: Name) => {
    seconds += 1;
    const clock = new Date(Date.parse(`${model.day}T09:00:00Z`) + 1_000 * seconds);
    return who[name].at(clock.toISOString());
  };

  async function perform(act: Act): Promise<void> {
    if (act.does === "wait") return;
    const api = as(act.by);
    const on = { experimentId, key: key() };
    const latest = model.requests.at(-1);
    const none = "00000000-0000-4000-8000-000000000000";
    if (act.does === "ask") {
      const dates = { fromOn: addDays(model.day, act.fromIn), endsOn: addDays(model.day, act.fromIn + act.days) };
      const { requestId: id } = await api.permissions.ask({ ...on, ...dates });
      const { termsHash } = await api.permissions.request({ experimentId, requestId: id });
      const asked = { answers: {}, withdrawn: new Set<Side>(), takenBack: false };
      model.requests.push({ id, termsHash, ...dates, words: model.words, ...asked });
    } else if (act.does === "answer") {
      const request = { requestId: latest?.id ?? none, termsHash: latest?.termsHash ?? "0".repeat(64) };
      const organisationId = organisationIds[act.side];
      await api.permissions.answer({ ...on, ...request, organisationId, answer: act.answer, inWords: "So I think" });
      if (latest && act.answer !== "question") latest.answers[act.side] = act.answer;
    } else if (act.does === "withdraw") {
      const request = act.older ? model.requests[0] : latest;
      const organisationId = organisationIds[act.side];
      await api.permissions.withdraw({ ...on, requestId: request?.id ?? none, organisationId, reason: "Not now" });
      request?.withdrawn.add(act.side);
    } else if (act.does === "take back") {
      await api.permissions.takeBack({ ...on, requestId: latest?.id ?? none, reason: "We think again" });
      if (latest) latest.takenBack = true;
    } else if (act.does === "edit") {
      const takingPart = Object.values(organisationIds);
      await api.experiments.edit({ ...anIdea, ...on, changeIdea: `Idea ${version}`, takingPart, version });
      version += 1;
      model.words += 1;
    } else if (act.does === "start") {
      await api.experiments.start(on);
      model.turn = "under way";
    } else if (act.does === "pause") {
      await api.experiments.pause({ ...on, pauseReason: "something else", reason: "" });
      model.turn = "paused";
    } else if (act.does === "resume") {
      await api.experiments.resume({ ...on, reason: "Mended" });
      model.turn = "under way";
    } else {
      await api.permissions.reminders();
    }
  }

  for (const [index, act] of acts.entries()) {
    if (act.does === "wait") model.day = addDays(model.day, act.days);
    const expected = allowed(model, act);
    const before = JSON.stringify(act);
    const problem = await perform(act).then(
      () => null,
      (error: Error) => error.message,
    );
    // Under way, going on is no more than saying so again: it is refused while it runs, and repairs nothing else
    const again = act.does === "resume" && model.turn === "under way";
    if (!again) expect({ act: before, succeeds: problem === null, problem }).toMatchObject({ succeeds: expected });
    const { stage } = await as("lead").experiments.find({ experimentId });
    expect(stage === "running", `after ${before} it is ${stage}`).toBe(model.turn === "under way" && covered(model));
    if (index % 4 !== 0) continue;
    for (const side of ["ours", "theirs"] as const) {
      const asked = { experimentId, organisationId: organisationIds[side], day: model.day };
      const cover = await as("colleague").permissions.covered(asked);
      expect(cover !== null, `${side} after ${before}`).toBe(holds(model, side));
    }
  }
  const { rows } = await world.db.execute<{ twice: number; wrong: number; kept: number }>(sql`
    select (count(*) - count(distinct (grant_id, days_before)))::int as twice, count(*)::int as kept,
      (count(*) filter (where (reminded_at at time zone 'Europe/London')::date not between ends_on - days_before and ends_on))::int as wrong
    from reminders where experiment_id = ${experimentId}`);
  expect(rows).toMatchObject([{ twice: 0, wrong: 0 }]);
  return { commands: acts.length, started: model.turn !== "none", reminders: rows[0]?.kept ?? 0 };
}

const by = fc.constantFrom(...names);
const byTeam = fc.constantFrom<Name>("lead", "lead", "on the team and leader", "colleague", "leader");
const side = fc.constantFrom<Side>("ours", "theirs");
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 12 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("ask" as const),
      by: byTeam,
      fromIn: fc.constantFrom(0, 0, 0, 3),
      days: fc.constantFrom(0, 10, 30, 60),
    }),
  },
  {
    weight: 9,
    arbitrary: fc
      .record({
        side,
        stranger: fc.option(by, { freq: 4 }),
        answer: fc.constantFrom("yes", "yes", "yes", "question", "not this time"),
      })
      .map(({ side: on, stranger, answer }) => {
        const right: Name = on === "ours" ? "leader" : "other leader";
        return { does: "answer", by: stranger ?? right, side: on, answer } as Act;
      }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("withdraw" as const), by, side, older: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constantFrom("start" as const, "start" as const, "resume" as const), by: byTeam }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom("pause" as const, "look for reminders" as const, "look for reminders" as const),
      by,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom("take back" as const, "edit" as const), by }) },
);

/** A walk seldom comes upon a start by chance, so most begin there and go on as they like. */
const started: Act[] = [
  { does: "ask", by: "lead", fromIn: 0, days: 30 },
  { does: "answer", by: "leader", side: "ours", answer: "yes" },
  { does: "answer", by: "other leader", side: "theirs", answer: "yes" },
  { does: "start", by: "lead" },
];
const walk = fc
  .tuple(fc.constantFrom(true, true, false), fc.array(act, { minLength: 40, maxLength: 56 }))
  .map(([underWay, acts]) => (underWay ? [...started, ...acts] : acts));

test("whoever does whatever in whatever order: no start without cover, no answer by the wrong person, nothing active after its end", async () => {
  const there = await everyone();
  const seen = { commands: 0, started: 0, reminders: 0 };
  await fc.assert(
    fc.asyncProperty(walk, async (all) => {
      const played = await playThrough(there, all);
      seen.commands += played.commands;
      seen.started += Number(played.started);
      seen.reminders += played.reminders;
    }),
    { numRuns: 48, endOnFailure: true },
  );
  expect(seen.commands).toBeGreaterThanOrEqual(2_000);
  // The control: a walk on which nothing ever starts or ends would show nothing
  expect(seen.started).toBeGreaterThan(3);
  expect(seen.reminders).toBeGreaterThan(3);
}, 240_000);
