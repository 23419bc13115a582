import fc from "fast-check";
import { expect, test } from "vitest";
import { turns } from "@/db/vocabulary";
import { type StageFacts, stageOf } from "./stage";

const nothing: StageFacts = {
  ...{ lastTurn: null, carriers: 0, covering: 0, granting: 0, outdated: 0, lapsed: 0, unanswered: 0 },
  ...{ requestOpen: null, requestSameTerms: null, startedSameTerms: null },
};
const given = { carriers: 2, covering: 2, granting: 2 };

test.each([
  ["idea", {}],
  ["idea", { carriers: 2 }],
  ["asked", { carriers: 2, requestOpen: true, requestSameTerms: true }],
  ["asked", { carriers: 2, granting: 1, covering: 1, requestOpen: true, requestSameTerms: true }],
  ["permitted", { ...given, requestOpen: true, requestSameTerms: true }],
  ["permitted", { carriers: 2, granting: 2, covering: 0 }],
  ["running", { ...given, lastTurn: "started", startedSameTerms: true }],
  ["running", { ...given, lastTurn: "resumed", startedSameTerms: true }],
  ["permitted", { ...given, lastTurn: "started", startedSameTerms: false }],
  ["terms changed", { carriers: 2, covering: 1, granting: 1, lastTurn: "started", startedSameTerms: false }],
  ["permission ended", { lastTurn: "started", startedSameTerms: true }],
  [
    "nobody answers",
    { carriers: 2, covering: 1, granting: 1, unanswered: 1, lastTurn: "started", startedSameTerms: true },
  ],
  ["paused", { ...given, lastTurn: "paused" }],
  ["terms changed", { carriers: 2, outdated: 2, lastTurn: "started", startedSameTerms: false }],
  ["terms changed", { carriers: 2, requestOpen: true, requestSameTerms: false }],
  [
    "permission ended",
    { carriers: 2, covering: 1, granting: 1, lapsed: 1, lastTurn: "started", startedSameTerms: true },
  ],
  ["permission ended", { carriers: 2, lapsed: 2 }],
  ["idea", { carriers: 2, requestOpen: false, requestSameTerms: true }],
  ["ended", { ...given, lastTurn: "stopped" }],
  ["ended", { lastTurn: "concluded" }],
] as const)("it is %s when %o", (stage, facts) => {
  expect(stageOf({ ...nothing, ...facts })).toBe(stage);
});

test("I1, I2: nothing runs unless somebody carries it, all who do cover it today, and it was started on these terms", () => {
  const count = fc.integer({ min: 0, max: 3 });
  const facts = fc.record({
    ...{ lastTurn: fc.constantFrom(null, ...turns), carriers: count, covering: count, granting: count },
    ...{ outdated: count, lapsed: count, unanswered: count, requestOpen: fc.boolean(), requestSameTerms: fc.boolean() },
    startedSameTerms: fc.constantFrom(null, true, false),
  });
  fc.assert(
    fc.property(facts, (any) => {
      if (stageOf(any) !== "running") return;
      expect(any.carriers).toBeGreaterThan(0);
      expect(any.covering).toBe(any.carriers);
      expect(any.startedSameTerms).toBe(true);
    }),
  );
});
