import fc from "fast-check";
import { expect, test } from "vitest";
import { noCoverFacts } from "@/server/permissions/coverage/covered";

// Thousands of random walks through the rules alone; proof/walk.test.ts walks through the procedures.
import {
  type Act,
  coverNow,
  dayOf,
  holds,
  mayAnswer,
  moment,
  perform,
  type State,
  sides,
  stageNow,
  team,
  walk,
  wordsNow,
} from "./model-walk";

/** Cheaper than a million calls of expect. */
function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

test("over 3,000 walks: no start without cover, no answer by the wrong person, nothing active after its end, withdrawal wins", () => {
  const counts = { starts: 0, ended: 0, answers: 0, withdrawals: 0, springForward: 0 };
  const step = (state: State, one: Act) => {
    const before = { held: holds(state), turn: state.turn };
    const done = perform(state, one);
    if (done && one.does === "answer") {
      counts.answers += 1;
      must(mayAnswer[one.side].includes(one.by), `${one.by} answered for ${one.side}`);
      must(!one.stale, "words that were not on the screen were answered");
    }
    if (done && (one.does === "start" || one.does === "go on")) {
      counts.starts += 1;
      must(before.held, "it started without cover");
      must(team.includes(one.by), `${one.by} started it`);
    }
    if (done && one.does === "withdraw") {
      counts.withdrawals += 1;
      // An older request may still cover; the withdrawn one never does again
      must(coverNow(state, one.side)?.recordId !== state.requests.at(-1)?.id, "what was taken back covers");
    }
    const covers = sides.map((each) => coverNow(state, each));
    const held = covers.every((cover) => cover !== null);
    const running = stageNow(state) === "running";
    must(
      running === (state.turn !== null && state.turn !== "paused" && held && state.startedOn === wordsNow(state)),
      "it runs although it is not covered on the terms it started on, or rests although it is",
    );
    for (const [index, cover] of covers.entries()) {
      if (!cover) continue;
      must(cover.endsOn >= dayOf(state.hour), "it covers after its end");
      const request = state.requests.find(({ id }) => id === cover.recordId);
      must(request?.materialHash === wordsNow(state), "it covers other words");
      const back = state.withdrawals.some(
        (one) => one.requestId === cover.recordId && one.organisationId === sides[index],
      );
      must(!back, "it covers although it was taken back");
    }
    if (before.held && !held && one.does === "wait") counts.ended += 1;
    if (dayOf(state.hour) > "2027-03-28") counts.springForward += 1;
  };
  fc.assert(
    fc.property(walk, (acts) => {
      const state: State = {
        ...noCoverFacts,
        ...{ requests: [], answers: [], withdrawals: [], hour: 9, turn: null, startedOn: null },
        words: [{ materialHash: "words 0", sinceAt: moment(0) }],
      };
      for (const one of acts) step(state, one);
    }),
    { numRuns: 3_000 },
  );
  // Control: the walks do start, withdraw and end often enough to test something
  for (const [what, count] of Object.entries(counts)) expect(count, what).toBeGreaterThan(50);
});
