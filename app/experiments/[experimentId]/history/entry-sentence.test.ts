import { expect, test } from "vitest";
import { plainWords, sentence } from "@/server/typed-words";
import { entrySentence } from "./entry-sentence";

test("names who did it, and ends with one full stop", () => {
  const said = (by: string | null, act: Parameters<typeof entrySentence>[1]) => plainWords(entrySentence(by, act));
  expect(said("Farhan", sentence`started the experiment`)).toBe("Farhan started the experiment.");
  expect(said("Farhan", sentence`went on: ${"It was mended."}`)).toBe("Farhan went on: It was mended.");
  expect(said("Farhan", sentence`asked the Place Board: ${"For how long?"}`)).toMatch(/long\?$/);
  expect(said("Farhan", sentence`recorded a risk: ${"a fall"} (8, high)`)).toMatch(/high\)\.$/);
  expect(said(null, sentence`paused it`)).toBe("Leeway paused it.");
});
