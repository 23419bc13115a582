import { expect, test } from "vitest";
import { asSentence } from "./as-sentence";

test("an entry is a sentence that names who did it and ends once", () => {
  expect(asSentence("Farhan", "started the experiment")).toBe("Farhan started the experiment.");
  expect(asSentence("Farhan", "went on: It was mended.")).toBe("Farhan went on: It was mended.");
  expect(asSentence("Farhan", "asked the Place Board: For how long?")).toMatch(/long\?$/);
  expect(asSentence("Farhan", "recorded a risk: a fall (8, high)")).toMatch(/high\)\.$/);
  expect(asSentence(null, "paused it")).toBe("A stop rule paused it.");
});
