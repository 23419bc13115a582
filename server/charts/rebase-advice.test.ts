import { describe, expect, test } from "vitest";
import { xmr } from "@/server/measures/spc/xmr";
import { rebaseAdvice } from "./rebase-advice";

const measure = { name: "Days", unit: "days", direction: "down", rhythm: "day", decimals: 0 } as const;
const quiet = Array.from({ length: 20 }, (_, i) => 20 + 4 * (i % 2)); // average 22, limits about 11 from it
const adviceFor = (values: readonly number[], partsFrom: string[] = []) => {
  const rows = values.map((value, i) => ({ on: new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10), value }));
  return rebaseAdvice(xmr(rows, { direction: "down", baselinePoints: 20, partsFrom }), measure);
};
const ten = (value: number) => Array<number>(10).fill(value);

describe("new limits are suggested", () => {
  test("for a change of level that has lasted", () => {
    expect(adviceFor([...quiet, ...ten(12)])).toEqual({
      from: "2026-01-21",
      sentence:
        "The last 10 days, from 21 January 2026, were all below the average of 22 days. New limits show from 13 results on.",
    });
  });

  test.each([
    ["seven results are no lasting change", [...quiet, ...ten(12).slice(3)]],
    ["a small change of level is none", [...quiet, ...ten(21)]],
    ["a change that has ended is over", [...quiet, ...ten(12), 24]],
    ["a chart without a change has none", quiet],
    ["a run chart has no limits to set anew", ten(12)],
  ])("but %s", (_, values) => {
    expect(adviceFor(values)).toBeNull();
  });

  test("and not again once they were", () => {
    expect(adviceFor([...quiet, ...ten(12)], ["2026-01-21"])).toBeNull();
  });
});
