import { expect, test } from "vitest";
import { chartPresets } from "@/db/vocabulary";
import type { MeasureInWords } from "@/server/measures/figures";
import { type Analysed, analyse } from "./analyse";
import { notes } from "./chart-notes";

const measure: Omit<MeasureInWords & Analysed, "preset"> = {
  ...{ name: "Handover", unit: "minutes", direction: "down", rhythm: "week", decimals: 0 },
  ...{ target: null, baselinePoints: null, rebasedOn: [], leftOutOn: [], chartKind: "XmR" },
};
const series = (values: number[]) =>
  values.map((value, week) => {
    const on = new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10);
    return { on, value, contributed: 2, expected: 2 };
  });
// One large step among small ones: with screening it is left out and the limits are narrower
const wandering = [20, 21, 20, 22, 21, 20, 60, 21, 20, 22, 21, 20, 21, 22, 20, 21, 20, 22, 21, 20];

test("a measure's preset makes its limits, and its name stands under the chart", () => {
  const [england, plotTheDots] = chartPresets.map((preset) => analyse({ ...measure, preset }, series(wandering)));
  const width = (analysis: typeof england) => (analysis?.parts[0]?.upl ?? 0) - (analysis?.parts[0]?.lpl ?? 0);
  expect(width(plotTheDots)).toBeLessThan(width(england));
  for (const [at, preset] of chartPresets.entries()) {
    const analysis = [england, plotTheDots][at];
    expect(analysis && notes(analysis, measure).join(" ")).toContain(`Rules: ${preset}.`);
  }
});

test("a few results make a run chart and no verdict, whoever's rules it is", () => {
  for (const preset of chartPresets) {
    const analysis = analyse({ ...measure, preset }, series(wandering.slice(0, 12)));
    expect([analysis.limitsStatus, analysis.verdict, analysis.parts[0]?.upl]).toEqual(["run chart", null, null]);
  }
});
