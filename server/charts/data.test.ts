import { describe, expect, test } from "vitest";
import type { MeasureInWords } from "@/server/measures/figures";
import { nhsrPlotTheDots } from "@/server/measures/spc/settings";
import { xmr } from "@/server/measures/spc/xmr";
import { chartData } from "./data";

const measure: MeasureInWords = {
  name: "A&E within 4 hours",
  unit: "%",
  direction: "up",
  rhythm: "month",
  decimals: 0,
};
const rows = (values: readonly (number | null)[]) =>
  values.map((value, i) => ({ on: `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-01`, value }));
const quiet = Array.from({ length: 20 }, (_, i) => 69 + 2 * (i % 2));
const dip = { from: "2025-03-01", to: "2025-12-31", edge: 60, agreed: true };

test("drawing, table and sentence come from one analysis", () => {
  const analysis = xmr(rows([...quiet, 80]), { direction: "up", target: 75, baselinePoints: 20 });
  const data = chartData(analysis, measure, { id: "c", where: "Ashlode General" });
  expect(data.headline).toBe("Getting better");
  expect(data.subtitle).toBe("A&E within 4 hours, Ashlode General, January 2024 to September 2025");
  expect(data.chart.points.at(-1)).toMatchObject({ value: 80, mark: "better" });
  expect(data.chart.parts[0]).toMatchObject({ from: 0, to: 20, early: false, upper: { label: "Upper limit 75.3%" } });
  expect(data.chart.goal).toEqual({ at: 75, label: "Goal 75%" });
  expect(data.table.rows.at(-1)).toEqual([
    "September 2025",
    "80",
    "70",
    "64.7",
    "75.3",
    "Getting better: above the upper limit",
  ]);
});

test("a dip is drawn from the average to its edge, and moves neither average nor limits nor marks", () => {
  const analysis = xmr(rows([...quiet, 62, 61]), { direction: "up", baselinePoints: 20 });
  const [without, withDip] = [[], [dip]].map((dips) => chartData(analysis, measure, { id: "c", dips }));
  expect(withDip?.chart.bands).toEqual([
    { from: dip.from, to: dip.to, near: 70, far: 60, label: "Expected dip until 31 December 2025" },
  ]);
  expect(withDip?.chart.parts).toEqual(without?.chart.parts);
  expect(withDip?.chart.points).toEqual(without?.chart.points);
  expect(withDip?.summary).toContain("inside the agreed dip to 60%");
});

test("a dip that nobody has agreed to yet is drawn and said as one", () => {
  const analysis = xmr(rows([...quiet, 62, 61]), { direction: "up", baselinePoints: 20 });
  const { chart, summary } = chartData(analysis, measure, { id: "c", dips: [{ ...dip, agreed: false }] });
  expect(chart.bands[0]?.label).toBe("Expected dip until 31 December 2025, not agreed yet");
  expect(summary).toContain("inside the expected dip to 60%, which is not agreed yet.");
});

test("a permission is a bar with its last day, and a note; one that ended before the chart begins is neither", () => {
  const analysis = xmr(rows(quiet), { direction: "up" });
  const permissions = [
    { fromOn: "2023-01-01", endsOn: "2023-12-31" },
    { fromOn: "2025-03-03", endsOn: "2025-05-31" },
  ];
  const { chart, notes } = chartData(analysis, measure, { id: "c", permissions });
  const label = "Permission until 31 May 2025";
  expect(chart.windows).toEqual([{ from: "2025-03-03", to: "2025-05-31", label, short: "Permission" }]);
  expect(notes).toContain("Permission, the bar above the dates: 3 March to 31 May 2025.");
});

describe("the notes under a chart", () => {
  const notesOf = (values: (number | null)[], options = {}) =>
    chartData(xmr(rows(values), { direction: "up", ...options }), measure, { id: "c" }).notes;

  test("say where the limits come from and by whose rules", () => {
    expect(notesOf(quiet)).toEqual(["Limits from all 20 results. Rules: NHS England tools."]);
    expect(notesOf([...quiet, 70], { baselinePoints: 20, settings: nhsrPlotTheDots })).toEqual([
      "Limits from the first 20 results, the largest steps screened out. Rules: NHSRplotthedots.",
    ]);
  });

  test("say when results a year apart are alike", () => {
    const yearly = (years: number) => Array.from({ length: 12 * years }, (_, i) => 60 + (((i % 12) * 7) % 11));
    expect(notesOf(yearly(3))).toContainEqual(
      expect.stringMatching(
        /^Results 12 months apart are alike \(0\.\d+\): look at the same month of last year as well\.$/,
      ),
    );
    expect(notesOf(yearly(1)).join(" ")).not.toContain("apart are alike");
  });

  test("say when limits are early, absent or less sure, and what is missing", () => {
    expect(notesOf(quiet.slice(0, 13))).toContain("Early limits: from 20 results on they are firm.");
    expect(notesOf([70, null, 71])).toEqual([
      "A run chart with its median: limits come with 13 results.",
      "1 month without a result: left as a gap.",
    ]);
    expect(notesOf(Array.from({ length: 30 }, (_, i) => 40 + i)).join(" ")).toContain(
      "so signs of change are less sure",
    );
  });
});

test("parts that follow each other share no point", () => {
  const analysis = xmr(rows([...quiet, ...quiet]), { direction: "up", partsFrom: ["2025-09-01"] });
  const { parts } = chartData(analysis, measure, { id: "c" }).chart;
  expect(parts.map(({ from, to }) => [from, to])).toEqual([
    [0, 19],
    [20, 39],
  ]);
});

test("a measure without results has an empty chart and a sentence", () => {
  const data = chartData(xmr([], { direction: "up" }), measure, { id: "c" });
  expect(data).toMatchObject({
    headline: "No results yet",
    summary: "The chart begins with the first result.",
    notes: [],
  });
  const permissions = [{ fromOn: "2025-03-03", endsOn: "2025-05-31" }];
  expect(chartData(xmr([], { direction: "up" }), measure, { id: "c", permissions }).notes).toEqual([]);
  expect(data.table.rows).toEqual([]);
});
