import { expect, test } from "vitest";
import { untilEndOf } from "@/server/format";
import type { Cover } from "./covered";
import { coverAlongside, coverInWords, knownInWords } from "./sentences";

const cover = (at: string, by: Cover["by"] = "answer"): Cover => ({
  ...{ by, id: "a", recordId: "r", endsOn: "2027-04-30", at },
});
const covered = { when: "under way" as const, covered: true, missing: [], by: [cover("2027-03-03T14:00:00.000000Z")] };
const bare = { when: "under way" as const, covered: false, missing: ["OCH Trust", "QUH Trust"], by: [] };

test.each([
  ["a yes", covered, "Covered by the permission of 3 March 2027"],
  [
    "late in the evening, by London's day",
    { ...covered, by: [cover("2027-06-30T23:30:00.000000Z")] },
    "Covered by the permission of 1 July 2027",
  ],
  [
    "2 that were needed",
    { ...covered, by: [cover("2027-03-05T14:00:00.000000Z"), ...covered.by] },
    "Covered by the permission of 5 March 2027",
  ],
  [
    "a start without asking",
    { ...covered, by: [cover("2027-03-03T14:00:00.000000Z", "standing use")] },
    "Covered without asking, by what was allowed on 3 March 2027",
  ],
  ["nothing", bare, "Not covered for OCH Trust and QUH Trust"],
  ["before", { ...bare, when: "before" as const }, "Before it started"],
  ["after", { ...bare, when: "after" as const }, "After it ended"],
])("%s", (_, told, words) => expect(coverInWords(told)).toBe(words));

test("a chart says it of every point in its table, and aloud while it was under way", () => {
  const days = ["2027-03-01", "2027-03-08", "2027-03-15", "2027-03-22"];
  const states = [{ ...bare, when: "before" as const }, covered, covered, bare];
  const alongside = coverAlongside(days.map((fromOn, index) => ({ fromOn, ...(states[index] ?? bare) })));
  expect(days.map(alongside.cell)).toEqual([
    "Before it started",
    "Covered by the permission of 3 March 2027",
    "Covered by the permission of 3 March 2027",
    "Not covered for OCH Trust and QUH Trust",
  ]);
  expect(days.map(alongside.spoken)).toEqual([
    null,
    "Covered by the permission of 3 March 2027",
    "Covered by the permission of 3 March 2027",
    "Not covered for OCH Trust and QUH Trust",
  ]);
  expect(alongside.cell("2027-03-29")).toBe("");
});

test("what was known on a past day is a sentence for each organisation", () => {
  expect(
    knownInWords("2027-04-01", [
      { organisation: "OCH Trust", cover: cover("2027-03-03T14:00:00.000000Z") },
      { organisation: "QUH Trust", cover: null },
    ]),
  ).toEqual([
    `As known on 1 April 2027, it was covered for OCH Trust by the permission of 3 March 2027, ${untilEndOf("2027-04-30")}.`,
    "As known on 1 April 2027, it was not covered for QUH Trust.",
  ]);
  expect(knownInWords("2027-04-01", [])).toEqual(["As known on 1 April 2027, nobody carried a risk or a dip of it."]);
});
