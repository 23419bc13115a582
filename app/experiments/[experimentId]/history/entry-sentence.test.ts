import { expect, test } from "vitest";
import { entrySentence } from "./entry-sentence";

test("names who did it, and ends with one full stop", () => {
  expect(entrySentence("Farhan", "started the experiment")).toBe("Farhan started the experiment.");
  expect(entrySentence("Farhan", "went on: It was mended.")).toBe("Farhan went on: It was mended.");
  expect(entrySentence("Farhan", "asked the Place Board: For how long?")).toMatch(/long\?$/);
  expect(entrySentence("Farhan", "recorded a risk: a fall (8, high)")).toMatch(/high\)\.$/);
  expect(entrySentence(null, "paused it")).toBe("A stop rule paused it.");
});
