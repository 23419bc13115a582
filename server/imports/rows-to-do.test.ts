import { expect, test } from "vitest";
import { rowsToDo } from "./rows-to-do";

test("a check looks at every row; saving counts those that are saved", () => {
  const upload = { rowCount: 100, correct: null, found: { good: 60, problemRows: 30, already: 6, different: 4 } };
  expect(rowsToDo({ ...upload, state: "checking" })).toBe(100);
  expect(rowsToDo({ ...upload, state: "saving" })).toBe(60);
  expect(rowsToDo({ ...upload, state: "saving", correct: "Counted again" })).toBe(64);
});
