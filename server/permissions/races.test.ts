import { sql } from "drizzle-orm";
import pg from "pg";
import { expect, test } from "vitest";
import { answerRequest, listAnswers } from "@/server/permissions/answering/queries";
import { whyNotAnswer } from "@/server/permissions/asking/ask";
import { findRequest } from "@/server/permissions/asking/queries";
import { anIdea, key, registerWithRisk, testSystem } from "@/server/testing";
import { WORDS_CHANGED } from "./asking/ask";

const world = testSystem();
const asked = "2027-01-04T09:00:00Z";
const later = "2027-01-04T09:00:05Z";

async function requested() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const at = { systemId, organisationId };
  const lead = await world.person("Callum", at);
  const leader = await world.person("Sunniva", { ...at, role: "leader" });
  const second = await world.person("Ruaridh", { ...at, role: "leader" });
  const experimentId = await registerWithRisk({ ...lead, api: lead.at(asked) }, at);
  const ask = { experimentId, fromOn: "2027-01-04", endsOn: "2027-03-31", key: key() };
  const { requestId } = await lead.at(asked).permissions.ask(ask);
  const { termsHash } = await leader.at(asked).permissions.request({ experimentId, requestId });
  const answer = { experimentId, requestId, organisationId, termsHash, answer: "yes" as const, inWords: "" };
  const yes = (by = leader, moment = asked) => by.at(moment).permissions.answer({ ...answer, key: key() });
  const withdraw = (moment = asked) =>
    second.at(moment).permissions.withdraw({ experimentId, requestId, organisationId, reason: "Too soon", key: key() });
  const edit = (moment = asked) =>
    lead
      .at(moment)
      .experiments.edit({ ...anIdea, experimentId, takingPart: [], changeIdea: "Another", version: 1, key: key() });
  const stage = async () => (await lead.at(later).experiments.find({ experimentId })).stage;
  const covered = () => lead.at(later).permissions.covered({ experimentId, organisationId, day: "2027-01-04" });
  const start = () => lead.at(later).experiments.start({ experimentId, key: key() });
  return {
    systemId,
    organisationId,
    experimentId,
    requestId,
    termsHash,
    lead,
    leader,
    second,
    yes,
    withdraw,
    edit,
    stage,
    covered,
    start,
  };
}

/**
 * Runs two changes that overlap for certain: the first has written and is blocked before its commit by the lock on its
 * system's journal; then the second begins and waits behind it; then the lock is released.
 */
async function overlapping(systemId: string, first: () => Promise<unknown>, second: () => Promise<unknown>) {
  const holder = new pg.Client(world.url);
  await holder.connect();
  await holder.query("begin");
  await holder.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`journal ${systemId}`]);
  const begun = [settled(first())];
  await untilWaiting(1, begun);
  begun.push(settled(second()));
  await untilWaiting(2, begun);
  await holder.query("commit");
  await holder.end();
  return Promise.all(begun);
}

const settled = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "saved",
    (error: Error) => error.message,
  );

/** Polls until this many sessions wait for a lock. */
async function untilWaiting(count: number, begun: Promise<string>[]) {
  const ended = Promise.race(
    begun.map((change) => change.then((result) => `It ended before it had to wait: ${result}`)),
  );
  const soon = new Promise<null>((resolve) => setImmediate(() => resolve(null)));
  for (;;) {
    const { rows } = await world.db.execute<{ waiting: number }>(
      sql`select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if ((rows[0]?.waiting ?? 0) >= count) return;
    const problem = await Promise.race([ended, soon]);
    if (problem !== null) throw new Error(problem);
  }
}

test("a yes and a withdrawal at once: whichever is first, nothing is covered afterwards", async () => {
  const yesFirst = await requested();
  const saved = await overlapping(yesFirst.systemId, yesFirst.yes, () => yesFirst.withdraw(later));
  expect(saved).toEqual(["saved", "saved"]);
  const withdrawalFirst = await requested();
  const [, refused] = await overlapping(withdrawalFirst.systemId, withdrawalFirst.withdraw, () =>
    withdrawalFirst.yes(withdrawalFirst.leader, later),
  );
  expect(refused).toContain("has taken it back");
  for (const it of [yesFirst, withdrawalFirst]) {
    expect(await it.covered()).toBeNull();
    expect(await it.stage()).not.toBe("permitted");
    await expect(it.start()).rejects.toThrow("It cannot start yet");
  }
});

test("two leaders' yeses at once: one is kept, and the other is told", async () => {
  const it = await requested();
  const results = await overlapping(it.systemId, it.yes, () => it.yes(it.second, later));
  expect(results).toEqual(["saved", "It has been answered for this organisation already."]);
  expect(await answersTo(it.requestId)).toEqual(["Sunniva"]);
});

test("a yes and an edit at once: the yes never covers words that were not on the leader's screen", async () => {
  const yesFirst = await requested();
  expect(await overlapping(yesFirst.systemId, yesFirst.yes, () => yesFirst.edit(later))).toEqual(["saved", "saved"]);
  const editFirst = await requested();
  const [, refused] = await overlapping(editFirst.systemId, editFirst.edit, () =>
    editFirst.yes(editFirst.leader, later),
  );
  expect(refused).toContain(WORDS_CHANGED);
  expect(await answersTo(editFirst.requestId)).toEqual([]);
  for (const it of [yesFirst, editFirst]) {
    expect(await it.covered()).toBeNull();
    await expect(it.start()).rejects.toThrow("It cannot start yet");
  }
  expect(await yesFirst.stage()).toBe("terms changed");
});

test("the control: without the lock on the experiment both yeses would be kept", async () => {
  const it = await requested();
  const { experimentId, organisationId, requestId, termsHash, systemId, leader, second } = it;
  const experiment = { id: experimentId, systemId } as Parameters<typeof answerRequest>[1];
  /** Checks as the procedure does, and writes once the other has checked too. */
  const unlocked = (personId: string, checked: () => void, other: Promise<void>) =>
    world.db.transaction(async (tx) => {
      const reason = whyNotAnswer(
        await findRequest(tx, experimentId, requestId),
        await listAnswers(tx, experimentId),
        organisationId,
      );
      checked();
      await other;
      if (reason) return;
      const input = { requestId, termsHash, answer: "yes" as const, inWords: "" };
      await answerRequest(tx, experiment, personId, { organisationId, inPlaceOf: null, input });
    });
  const [one, other] = [deferred(), deferred()];
  await Promise.all([unlocked(leader.id, one.resolve, other.promise), unlocked(second.id, other.resolve, one.promise)]);
  expect(await answersTo(requestId)).toHaveLength(2);
});

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: () => resolve() };
}

async function answersTo(requestId: string): Promise<string[]> {
  const { rows } = await world.db.execute<{ name: string }>(
    sql`select p.name from permission_answers a join people p on p.id = a.answered_by where a.request_id = ${requestId} order by p.name`,
  );
  return rows.map(({ name }) => name);
}
