import { describe, expect, test } from "vitest";
import type { MeasureInWords } from "@/server/measures/figures";
import { attributeChart } from "@/server/measures/spc/attribute-chart";
import { xmr } from "@/server/measures/spc/xmr";
import { isItWorking } from "./working";

const measure: MeasureInWords = { name: "Beds", unit: "%", direction: "up", rhythm: "day", decimals: 0 };
const on = (i: number) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);
const quiet = (count: number, at = 24) => Array.from({ length: count }, (_, i) => at - 1 + 2 * (i % 2));

type Options = {
  start: number;
  end?: number;
  overlapping?: number;
  direction?: "up" | "down" | "neither";
  parts?: number[];
};
function sentenceFor(
  values: readonly (number | null)[],
  { start, end, overlapping = 0, direction = "up", parts = [] }: Options,
) {
  const rows = values.map((value, i) => ({ on: on(i), value }));
  const analysis = xmr(rows, { direction, partsFrom: parts.map(on) });
  const during = { startedOn: on(start), endedOn: end === undefined ? null : on(end) };
  return isItWorking(analysis, { ...measure, direction }, during, overlapping);
}

describe("whether it works, in 40 words", () => {
  const cases: [string, string, readonly (number | null)[], Options][] = [
    ["nothing since the start", "No results since it started.", quiet(20), { start: 20 }],
    [
      "nothing before the start",
      "24% in 20 days since. There is nothing from before to compare it with.",
      quiet(20),
      { start: 0 },
    ],
    [
      "ordinary variation",
      "On average 24% before it started, 24% in 10 days since. That is within ordinary variation. The chart cannot say why.",
      quiet(30),
      { start: 20 },
    ],
    [
      "few results",
      "On average 24% before it started, 30% in 2 days since. That is too few results to tell a change from chance. The chart cannot say why.",
      [...quiet(8), 30, 30],
      { start: 8 },
    ],
    [
      "early limits and other changes",
      "On average 24% before it started, 40% in 2 days since. The chart shows signs of getting better. The limits are early. 2 other changes overlapped, so it may not be this one.",
      [...quiet(14), 40, 40],
      { start: 14, overlapping: 2 },
    ],
    [
      "the other way",
      "On average 24% before it started, 40% in 2 days since. The chart shows signs of getting worse. 1 other change overlapped, so it may not be this one.",
      [...quiet(20), 40, 40],
      { start: 20, overlapping: 1, direction: "down" },
    ],
    [
      "neither way is better",
      "On average 24% before it started, 40% in 2 days since. The chart shows a change. The chart cannot say why.",
      [...quiet(20), 40, 40],
      { start: 20, direction: "neither" },
    ],
    [
      "limits set anew at the start",
      "On average 24% before it started, 40% in 14 days since. The limits were set anew, because it changed for good. The chart cannot say why.",
      [...quiet(20), ...quiet(14, 40)],
      { start: 20, parts: [20] },
    ],
    [
      "what came after its end, and gaps, do not count",
      "On average 24% before it started, 40% in 2 days while it ran. The chart shows signs of getting better. The chart cannot say why.",
      [...quiet(20), 40, null, 40, ...quiet(6)],
      { start: 20, end: 22 },
    ],
  ];
  test.each(cases)("%s", (_, sentence, values, options) => {
    const actual = sentenceFor(values, options);
    expect(actual).toBe(sentence);
    expect(actual.split(" ").length).toBeLessThanOrEqual(40);
    expect(actual).not.toMatch(/because of|caused|thanks to|led to/);
  });
});

test("shares before and since are those of everyone counted, and a series that is more than chance is a change", () => {
  const shares = Array.from({ length: 24 }, (_, i) => {
    const [count, outOf] = i < 12 ? (i % 2 ? [30, 100] : [5, 10]) : [48, 100];
    return { on: on(i), value: (100 * count) / outOf, madeOf: { count, outOf } };
  });
  const analysis = attributeChart("p", shares, { direction: "up" });
  const during = { startedOn: on(12), endedOn: null };
  expect(isItWorking(analysis, measure, during, 0)).toMatch(
    /^On average 32% before it started, 48% in 12 days since\./,
  );
  const moved = {
    ...analysis,
    verdict: "moved" as const,
    points: analysis.points.map((point) => ({ ...point, signal: null })),
  };
  expect(isItWorking(moved, measure, during, 0)).toContain("The chart shows a change.");
});

test("the week in which it started is on neither side", () => {
  const mondays = Array.from({ length: 30 }, (_, week) => on(4 + 7 * week)); // 5 January 2026 is a Monday
  const rows = mondays.map((monday, week) => ({ on: monday, value: week === 20 ? 900 : 24 - 1 + 2 * (week % 2) }));
  const during = { startedOn: on(4 + 7 * 20 + 2), endedOn: null };
  const sentence = isItWorking(xmr(rows, { direction: "up" }), { ...measure, rhythm: "week" }, during, 0);
  expect(sentence).toContain("24% before it started, 24% in 9 weeks since");
});
