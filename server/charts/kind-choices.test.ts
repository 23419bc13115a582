import { describe, expect, test } from "vitest";
import type { SystemPoint } from "@/server/measures/series";
import type { Analysed } from "./analyse";
import { chartChoices } from "./kind-choices";

const on = (i: number) => new Date(Date.UTC(2026, 0, 5 + i)).toISOString().slice(0, 10);
const measure: Analysed & { rhythm: "day" } = {
  ...{ direction: "up", target: null, baselinePoints: null, rebasedOn: [], leftOutOn: [] },
  ...{ preset: "NHS England tools", chartKind: "XmR", rhythm: "day" },
};
const series = (values: readonly number[], outOf?: number): SystemPoint[] =>
  values.map((value, i) => ({
    ...{ on: on(i), contributed: 1, expected: 1, value: outOf ? (100 * value) / outOf : value },
    ...(outOf && { madeOf: { count: value, outOf } }),
  }));
const sentencesByKind = (counting: "percentage" | "ratio" | "count" | "value", points: SystemPoint[]) =>
  Object.fromEntries(
    chartChoices({ ...measure, counting }, points).map(({ kind, sentence }) => [kind, sentence ?? ""]),
  );
/** Heads in 20 throws of a fair coin, simulated once. */
const coins = [10, 12, 9, 8, 11, 13, 10, 7, 10, 12, 9, 11, 8, 10, 14, 10, 9, 11, 10, 12, 8, 11, 9, 10];

describe("what each chart would make of the results", () => {
  test("chance at counting explains a share that varies as a coin does", () => {
    expect(sentencesByKind("percentage", series(coins, 20))).toEqual({
      XmR: "With these limits 0 of 24 results lie outside.",
      p: "With these limits 0 of 24 results lie outside: results vary about as much as counting by chance explains.",
    });
  });

  test("the same shares of 100 times as many vary more than chance explains", () => {
    const many = series(
      coins.map((value) => value * 100),
      2_000,
    );
    expect(sentencesByKind("percentage", many).p).toMatch(
      /^With these limits 1\d of 24 results lie outside: results vary more than counting by chance explains. XmR fits better.$/,
    );
    expect(sentencesByKind("percentage", many).XmR).toBe("With these limits 0 of 24 results lie outside.");
  });

  test("a change for good is not taken for more than chance", () => {
    const moved = [...coins.slice(0, 12), ...coins.slice(0, 12).map((value) => value + 6)];
    expect(sentencesByKind("percentage", series(moved, 20)).p).toContain(
      "about as much as counting by chance explains",
    );
    expect(sentencesByKind("count", series(moved)).c).toContain("about as much as counting by chance explains");
  });

  test("where most results are 0, another measure says more", () => {
    const rare = coins.map((_, i) => (i % 5 === 0 ? 1 : 0));
    const { XmR, c } = sentencesByKind("count", series(rare));
    expect(XmR).toContain("19 of them are 0: for events as rare as that, define a measure of the days between");
    expect(c).not.toContain("19 of them are 0");
  });

  test("figures that cannot lie between 2 events are counted, and gaps between events do not matter", () => {
    const { t, g } = sentencesByKind("value", [
      ...series([...coins, 0.5, 0]),
      { on: on(40), value: null, contributed: 0, expected: 1 },
    ]);
    expect(t).toBe(
      "1 result cannot be drawn so. A time between 2 events must be above 0: enter parts of a day, such as 0.5, or count cases on a g chart.",
    );
    expect(g).toBe("1 result cannot be drawn so. Enter whole cases: 0 or more, and no part of one.");
    const { t: fits } = sentencesByKind("value", series(coins));
    expect(fits).toMatch(/^With these limits \d of 24 results lies? outside\.$/);
  });

  test("of a few results nothing is said yet", () => {
    expect(sentencesByKind("ratio", series(coins.slice(0, 12), 20))).toEqual({ XmR: "", u: "" });
  });
});
