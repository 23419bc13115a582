import { expect, test } from "vitest";
import { happeningsInWords, marked, whatHappened } from "./dated-events";

const happenings = [
  { on: "2026-02-11", words: "The lift was broken" },
  { on: "2026-02-09", label: "Started" },
  { on: "2026-01-01", words: "Before the chart" },
  { on: "2026-02-18", label: "Cycle 1", words: "Ring before 10am" },
  { on: "2026-02-25", words: "Limits set anew: the rota changed" },
];

test("what has no short words gets a letter, in the order of the days, and what lies before the chart is left out", () => {
  expect(marked(happenings, "2026-02-02").map(({ label }) => label)).toEqual(["Started", "A", "Cycle 1", "B"]);
  const many = Array.from({ length: 28 }, (_, i) => ({ on: "2026-03-01", words: `${i}` }));
  expect(marked(many, "2026-02-02").at(-1)?.label).toBe("AB");
  expect(marked(happenings, undefined)).toEqual([]);
});

test("the list says only what the marks do not say themselves", () => {
  expect(happeningsInWords(marked(happenings, "2026-02-02"))).toEqual([
    { on: "2026-02-11", label: "A", sentence: "11 February 2026: The lift was broken" },
    { on: "2026-02-18", label: "Cycle 1", sentence: "18 February 2026: Ring before 10am" },
    { on: "2026-02-25", label: "B", sentence: "25 February 2026: Limits set anew: the rota changed" },
  ]);
});

test("the table and the point say what happened within the period", () => {
  const column = whatHappened(marked(happenings, "2026-02-02"), "week");
  expect(column?.cell("2026-02-09")).toBe("Started; The lift was broken");
  expect(column?.spoken("2026-03-02")).toBeNull();
  expect(whatHappened([], "week")).toBeNull();
});
