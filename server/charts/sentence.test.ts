import { describe, expect, test } from "vitest";
import { seriesPoints } from "@/server/demo/series";
import { seriesPlans } from "@/server/demo/series-plans/all";
import type { MeasureInWords } from "@/server/measures/figures";
import { attributeChart } from "@/server/measures/spc/attribute-chart";
import { xmr } from "@/server/measures/spc/xmr";
import { notes } from "./chart-notes";
import { headline, sentenceAfterLogging, spokenPoint, textSummary } from "./sentence";

const world = (key: string) => {
  const plan = seriesPlans.find((candidate) => candidate.key === key);
  if (!plan) throw new Error(`No series ${key}`);
  const measure: MeasureInWords = { ...plan, rhythm: "week" };
  const rows = seriesPoints(plan).map((point) => ({ on: point.startsOn, value: point.value as number | null }));
  return { plan, measure, rows, analysis: xmr(rows, { ...plan, baselinePoints: plan.baseline }) };
};

const handover: MeasureInWords = { name: "Handover", unit: "minutes", direction: "down", rhythm: "month", decimals: 0 };
const months = (values: readonly (number | null)[]) =>
  values.map((value, i) => ({ on: `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-01`, value }));

describe("the headline", () => {
  test.each([
    ["E01", "Getting better"],
    ["E02", "Getting worse"],
    ["E04", "No real change"],
    ["E21", "Back within ordinary variation"],
  ])("of %s is %s", (key, words) => {
    expect(headline(world(key).analysis)).toBe(words);
  });

  test("does not judge too early, nor where neither way is good", () => {
    expect(headline(xmr([], { direction: "up" }))).toBe("No results yet");
    expect(headline(xmr(months([4, 5, 6]), { direction: "up" }))).toBe("Too early to tell");
    const changed = xmr(months([...new Array(14).fill(5).map((v, i) => v + (i % 2)), 20]), { direction: "neither" });
    expect(headline(changed)).toBe("Higher than before");
  });
});

describe("the summary", () => {
  test("says value, reason, what was usual, the dip and the goal", () => {
    const { analysis, measure } = world("E08b");
    expect(textSummary(analysis, measure, [{ from: "2026-01-26", to: "2026-05-31", edge: 60, agreed: true }])).toBe(
      "61% in the week to 10 May 2026. That is ordinary variation, though 8 of the last 10 weeks were unusually low. " +
        "Before, it moved between 61% and 75%. This is inside the agreed dip to 60%. " +
        "The goal of 72% was reached sometimes, by chance.",
    );
  });

  test("counts how long a shift has lasted", () => {
    const { analysis, measure } = world("E08");
    expect(textSummary(analysis, measure)).toContain(
      "The last 15 weeks were all below the earlier average of 41 minutes.",
    );
  });

  test("says what to expect while nothing changes", () => {
    const { analysis, measure } = world("E04");
    expect(textSummary(analysis, measure)).toContain("If nothing changes, expect 2.6 to 6.9.");
  });

  test("speaks of a dip only while it lasts, and only where things are worse than usual", () => {
    const { analysis, measure } = world("E13b");
    const dip = { from: "2026-03-02", to: "2026-07-31", edge: 20, agreed: true };
    expect(textSummary(analysis, measure, [dip])).toContain("beyond the agreed dip to 20%");
    expect(textSummary(analysis, measure, [{ ...dip, to: "2026-05-03" }])).not.toContain("dip");
    const better = world("E13");
    expect(textSummary(better.analysis, better.measure, [{ ...dip, edge: 80 }])).not.toContain("dip");
  });

  test("never exceeds 60 words, nor uses a word the product avoids", () => {
    for (const { key } of seriesPlans) {
      const { analysis, measure } = world(key);
      const summary = textSummary(analysis, measure, [
        { from: "2020-01-01", to: "2030-01-01", edge: 20, agreed: true },
      ]);
      expect(summary.split(/\s+/).length).toBeLessThanOrEqual(60);
      expect(summary).not.toMatch(/target|KPI|failed|overdue|assurance|underperform/i);
    }
  });

  test("drops whole sentences from the end when the unit is long", () => {
    const unit =
      "people who waited for more than a very long while in a corridor of one of the several hospitals of this system";
    const { analysis } = world("E13b");
    const summary = textSummary(analysis, { ...world("E13b").measure, unit });
    expect(summary.split(/\s+/).length).toBeLessThanOrEqual(60);
    expect(summary.endsWith(".")).toBe(true);
  });

  test("of few results says when limits come", () => {
    expect(textSummary(xmr(months([30, 31]), { direction: "down" }), handover)).toBe(
      "31 minutes in February 2024. 2 results so far; limits come with 13.",
    );
  });

  test("of a run chart that never crosses its middle says so", () => {
    const analysis = xmr(months([1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9]), { direction: "down" });
    expect(textSummary(analysis, handover)).toContain("crosses its middle less often than chance would");
  });
});

describe("the sentence after a value is logged", () => {
  test("says where ordinary variation lies", () => {
    const { analysis, measure } = world("E04");
    expect(sentenceAfterLogging(analysis, measure, "2026-05-04")).toBe(
      "3.8 days in the week to 10 May 2026. That is ordinary variation: 2.6 to 6.9.",
    );
  });

  test("names the change when there is one, within what the unit allows", () => {
    const { analysis, measure } = world("E06");
    expect(sentenceAfterLogging(analysis, measure, "2026-05-04")).toBe(
      "17.3% in the week to 10 May 2026. Getting worse: the last 8 weeks were all above the earlier average of 9.1%.",
    );
    const rare = xmr(months([...new Array(14).fill(0).map((_, i) => i % 3)]), { direction: "down" });
    expect(sentenceAfterLogging(rare, handover, "2025-02-01")).toContain("ordinary variation: 0 to ");
  });

  test("of a period without a value, or of few results, is a sentence too", () => {
    expect(sentenceAfterLogging(xmr(months([3, null]), { direction: "down" }), handover, "2024-02-01")).toBe(
      "The period is kept as one without a result.",
    );
    expect(sentenceAfterLogging(xmr(months([3]), { direction: "down" }), handover, "2024-01-01")).toContain(
      "1 result so far",
    );
  });
});

describe("one point, spoken", () => {
  test("has every rule that fires", () => {
    const { analysis, measure } = world("E06");
    const last = analysis.points.at(-1);
    expect(last && spokenPoint(last, analysis, measure)).toBe(
      "Week to 10 May 2026: 17.3%, getting worse: above the upper limit; 7 or more in a row above the average",
    );
  });

  test("says when there is no result, or when it is left out", () => {
    const rows = months([30, null, 31]).map((row, i) => ({ ...row, leftOut: i === 2 }));
    const analysis = xmr(rows, { direction: "down" });
    expect(analysis.points.map((point) => spokenPoint(point, analysis, handover))).toEqual([
      "January 2024: 30 minutes",
      "February 2024: no result",
      "March 2024: 31 minutes, left out of the limits",
    ]);
  });
});

describe("a chart of chance at counting", () => {
  const shares = (counts: readonly number[], outOf = 20) =>
    months(counts).map((row, i) => ({
      on: row.on,
      value: (100 * (counts[i] ?? 0)) / outOf,
      madeOf: { count: counts[i] ?? 0, outOf },
    }));
  const percent: MeasureInWords = { ...handover, unit: "%", direction: "up" };

  test("says that all its results together are more than chance where no one of them is", () => {
    const moved = attributeChart("p", shares(Array.from({ length: 24 }, (_, i) => (i < 12 ? 9 : 11))), {
      direction: "up",
    });
    expect(headline(moved)).toBe("Something changed");
    expect(textSummary(moved, percent)).toBe(
      "55% in December 2025. That is within the limits, but all results together are more than chance.",
    );
    expect(notes(moved, percent)).toContain(
      "12 results in a row lie on one side of the average, and by chance 8 could.",
    );
  });

  test("speaks of events, not of days, where each result is one", () => {
    const days = Array.from({ length: 20 }, (_, i) => ({
      on: `2026-01-${10 + i}`,
      value: i === 18 ? 100 : 3 + ((i * 7) % 5),
    }));
    const analysis = attributeChart("t", days, { direction: "up" });
    const between: MeasureInWords = { ...handover, unit: "days", direction: "up", rhythm: "day" };
    expect(textSummary(analysis, between)).toContain("though 1 of the last 10 events was unusually high");
    expect(notes(analysis, between).join(" ")).toContain(
      "and from how times between rare events vary by chance (t chart).",
    );
  });
});
