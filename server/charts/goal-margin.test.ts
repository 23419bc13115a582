import { describe, expect, test } from "vitest";
import type { MeasureInWords } from "@/server/measures/figures";
import { attributeChart } from "@/server/measures/spc/attribute-chart";
import { nhsEngland, nhsrPlotTheDots } from "@/server/measures/spc/settings";
import { xmr } from "@/server/measures/spc/xmr";
import { notes } from "./chart-notes";
import { textSummary } from "./sentence";

const measure: MeasureInWords = { name: "Handover", unit: "minutes", direction: "up", rhythm: "month", decimals: 0 };
const on = (i: number) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-01`;
const rows = Array.from({ length: 20 }, (_, i) => ({ on: on(i), value: 49 + 2 * (i % 2) }));
/** Average 50, limits 44.68 and 55.32. */
const withGoal = (target: number, settings = nhsEngland) => xmr(rows, { direction: "up", target, settings });
const margin = (target: number) => notes(withGoal(target), measure).find((note) => note.startsWith("The goal"));

describe("how far a goal is from the limit on its side", () => {
  test("is said once, in the notes, with the limit's own decimals", () => {
    expect(margin(60)).toBe("The goal of 60 minutes is 4.7 minutes above the upper limit.");
    expect(margin(52)).toBe("The goal of 52 minutes is 3.3 minutes below the upper limit.");
    expect(margin(45)).toBe("The goal of 45 minutes is 0.3 minutes above the lower limit.");
    expect(margin(40)).toBe("The goal of 40 minutes is 4.7 minutes below the lower limit.");
    expect(textSummary(withGoal(60), measure)).not.toContain("4.7 minutes");
  });

  test("of a percentage is a plain figure", () => {
    expect(notes(withGoal(60), { ...measure, unit: "%" })).toContain("The goal of 60% is 4.7 above the upper limit.");
  });

  test("is nothing where there is no better side, no limit, or only one that figures cannot pass", () => {
    expect(notes(xmr(rows, { direction: "neither", target: 60 }), measure).join()).not.toContain("goal");
    expect(notes(xmr(rows.slice(0, 5), { direction: "up", target: 60 }), measure).join()).not.toContain("goal");
    const few = rows.map((row, i) => ({ ...row, value: i % 3 }));
    expect(notes(attributeChart("c", few, { direction: "down", target: 0 }), measure).join()).not.toContain("goal");
  });
});

describe("a goal exactly on a limit", () => {
  test("is said in the summary, with what the rules in force make of it, and nowhere else", () => {
    const upl = withGoal(60).last?.upl ?? 0;
    const [england, plotTheDots] = [withGoal(upl), withGoal(upl, nhsrPlotTheDots)];
    const exact = { ...measure, decimals: 2 };
    expect(textSummary(england, exact)).toContain(
      `The goal of ${upl.toFixed(2)} minutes lies exactly on the upper limit: it counts as out of reach.`,
    );
    expect(notes(england, exact).join()).not.toContain("The goal");
    expect(textSummary(plotTheDots, exact)).toMatch(/lies exactly on the upper limit: it counts as reached sometimes/);
  });

  test("is one that cannot be told apart from it as limits are shown", () => {
    expect(textSummary(withGoal(55.3), { ...measure, decimals: 0 })).toContain("lies exactly on the upper limit");
  });
});
