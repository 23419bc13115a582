import { expect, test } from "vitest";
import { isBeyond, newlyMet, periodsMet, type RuleOnMeasure, ruleMetInWords, stopLineLabel } from "./stop-rule";

const rule: RuleOnMeasure = {
  kind: "safety",
  threshold: 15,
  metWhen: "at or above",
  periodsRunning: 2,
};
const mondays = ["2026-04-06", "2026-04-13", "2026-04-20", "2026-04-27", "2026-05-04"];
const weeks = (...values: (number | null)[]) => values.map((value, i) => ({ on: mondays[i] ?? "", value }));
const longAgo = "2026-01-01";
const met = (...values: (number | null)[]) => periodsMet(rule, weeks(...values), "week", longAgo);

test("the threshold belongs to the rule when it says so, and to no other", () => {
  const at15 = (metWhen: RuleOnMeasure["metWhen"]) => isBeyond({ threshold: 15, metWhen }, 15);
  expect([at15("at or above"), at15("above"), at15("at or below"), at15("below")]).toEqual([true, false, true, false]);
  expect(isBeyond({ threshold: 15, metWhen: "at or above" }, 14.96)).toBe(false); // displayed as 15, but below it
});

test("a rule is met in every period that ends a run long enough", () => {
  expect(met(16, 14, 16)).toEqual([]);
  expect(met(14, 15, 16, 17)).toEqual(["2026-04-20", "2026-04-27"]);
  expect(met(16, null, 16)).toEqual([]);
});

test("figures from before the start are not the experiment's doing", () => {
  const points = weeks(16, 17, 18, 19);
  // The week of the start itself counts: the experiment touched it.
  expect(periodsMet(rule, points, "week", "2026-04-16")).toEqual(["2026-04-20", "2026-04-27"]);
  expect(periodsMet(rule, points, "week", "2026-04-20")).toEqual(["2026-04-27"]);
});

test("only what a change of the figures met anew counts", () => {
  const change = (before: (number | null)[], after: (number | null)[]) =>
    newlyMet(rule, { before: weeks(...before), after: weeks(...after), rhythm: "week", startedOn: longAgo });
  expect(change([14, 16], [14, 16, 16])).toBe("2026-04-20");
  expect(change([14, 16, 16], [14, 16, 17])).toBeNull(); // corrected upwards, but met before
  expect(change([16, null, 16], [16, 16, 16])).toBe("2026-04-20"); // a late result in the middle
  expect(change([16, 16], [16, 16, 12])).toBeNull();
});

test("a met rule is said from its numbers, with the figure that met it", () => {
  const measure = { name: "Overnight stays", unit: "%", direction: "down", rhythm: "week", decimals: 0 } as const;
  expect(ruleMetInWords(rule, measure, { on: "2026-04-27", value: 16 })).toBe(
    "Overnight stays: 15% or more, 2 weeks running. It was 16% in the week to 3 May 2026",
  );
  expect(stopLineLabel(rule, measure)).toBe("Stop if 15% or more");
  expect(
    stopLineLabel({ ...rule, kind: "talk", metWhen: "below", threshold: 5.5 }, { unit: "days", decimals: 0 }),
  ).toBe("Talk if below 5.5");
});
