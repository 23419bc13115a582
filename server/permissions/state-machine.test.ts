import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { people } from "@/db/schema";
import { addDays } from "@/server/days";
import { anIdea, key, registerWithRisk, type TestPerson, testSystem } from "@/server/testing";
import {
  type Act,
  allowed,
  covered,
  firstDay,
  holds,
  type Model,
  type Name,
  type Side,
  walk,
} from "./state-machine-model";

const world = testSystem();
/** The people, created once; each run has its own experiment. */
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
      const unanswered = { answers: {}, withdrawn: new Set<Side>(), takenBack: false };
      model.requests.push({ id, termsHash, ...dates, words: model.words, ...unanswered });
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
    // Resuming is refused while running and changes nothing else
    const again = act.does === "resume" && model.turn === "under way";
    if (!again) expect({ act: before, succeeds: problem === null, problem }).toMatchObject({ succeeds: expected });
    const { stage } = await as("lead").experiments.find({ experimentId });
    expect(stage === "running", `after ${before} it is ${stage}`).toBe(model.turn === "under way" && covered(model));
    if (index % 4 !== 0) continue;
    for (const side of ["ours", "theirs"] as const) {
      const input = { experimentId, organisationId: organisationIds[side], day: model.day };
      const cover = await as("colleague").permissions.covered(input);
      expect(cover !== null, `${side} after ${before}`).toBe(holds(model, side));
    }
  }
  const { rows } = await world.db.execute<{ twice: number; wrong: number; total: number }>(sql`
    select (count(*) - count(distinct (grant_id, days_before)))::int as twice, count(*)::int as total,
      (count(*) filter (where (reminded_at at time zone 'Europe/London')::date not between ends_on - days_before and ends_on))::int as wrong
    from reminders where experiment_id = ${experimentId}`);
  expect(rows).toMatchObject([{ twice: 0, wrong: 0 }]);
  return { commands: acts.length, started: model.turn !== "none", reminders: rows[0]?.total ?? 0 };
}

test("whoever does whatever in whatever order: no start without cover, no answer by the wrong person, nothing active after its end", async () => {
  const there = await everyone();
  const counts = { commands: 0, started: 0, reminders: 0 };
  await fc.assert(
    fc.asyncProperty(walk, async (all) => {
      const played = await playThrough(there, all);
      counts.commands += played.commands;
      counts.started += Number(played.started);
      counts.reminders += played.reminders;
    }),
    { numRuns: 48, endOnFailure: true },
  );
  expect(counts.commands).toBeGreaterThanOrEqual(2_000);
  // Control: the walks do start and end often enough to test something
  expect(counts.started).toBeGreaterThan(3);
  expect(counts.reminders).toBeGreaterThan(3);
}, 240_000);
