import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Sheet } from "@/server/permissions/record/sheet";
import { fitsPage, leftOffInWords, lineCount, textSizes } from "./page-fit";

const sheet: Sheet = {
  ...{
    title: "Crews leave at 30 minutes",
    asked: "Pritam asked for permission until 31 March 2027.",
    drawn: "4 hours",
  },
  ...{ terms: [], decided: [], happened: [], leftOff: [], wholeFollows: false },
};
const extras = { hasChart: true, footer: [`SHA-256 of the exact words: ${"0".repeat(64)}`, "Printed by Jocasta."] };
const sentences = (count: number) =>
  Array.from({ length: count }, (_, i) => `${i} of the last 12 weeks were below 70%.`);

test("counts lines, also of a word longer than a line", () => {
  expect(lineCount("", 20)).toBe(1);
  expect(lineCount("Stop if below 60", 20)).toBe(1);
  expect(lineCount("Stop if below 60", 6)).toBe(2);
  expect(lineCount("a".repeat(100), 10)).toBe(7);
  expect(lineCount(`x ${"a".repeat(100)}`, 10)).toBe(8);
  expect(lineCount("Stop if below 60", 9.5, true)).toBeGreaterThanOrEqual(lineCount("Stop if below 60", 9.5));
});

test("smaller text has room for more, up to a limit", () => {
  const maxCounts = textSizes.map((textSize) => {
    let count = 0;
    while (fitsPage({ ...sheet, decided: sentences(count + 1) }, textSize, extras)) count++;
    return count;
  });
  expect(maxCounts[0]).toBeGreaterThan(20);
  for (const [i, count] of maxCounts.entries()) if (i > 0) expect(count).toBeGreaterThan(maxCounts[i - 1] ?? 0);
  const withoutChart = { ...extras, hasChart: false };
  expect(fitsPage({ ...sheet, decided: sentences((maxCounts[0] ?? 0) + 8) }, 10.5, withoutChart)).toBe(true);
});

test("each text size has a rule in the stylesheet", () => {
  const rules = readFileSync(new URL("sheet.css", import.meta.url), "utf8");
  const [largest, ...smaller] = textSizes;
  expect(rules).toContain(`font-size: ${largest}pt;`);
  for (const size of smaller) expect(rules).toContain(`.sheet[data-text-size="${size}"] {\n    font-size: ${size}pt;`);
});

test("names what is left off, and says whether it follows", () => {
  expect(leftOffInWords(sheet)).toBe("");
  const leftOff = ["the team", "questions"];
  expect(leftOffInWords({ ...sheet, leftOff })).toBe("Also in the record, left off for room: the team and questions.");
  expect(leftOffInWords({ leftOff, wholeFollows: true })).toMatch(/^The whole words follow on the next page: /);
});
