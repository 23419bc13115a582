import { expect } from "@playwright/test";
import type { Person } from "./person";

/** Counts presses and screens (one per address) from now on, and limits the visible words of a page. */
export async function countsFrom(person: Person) {
  await person.addInitScript(countPresses);
  await person.evaluate(countPresses);
  const screens = new Set<string>();
  const note = () => screens.add(new URL(person.url()).pathname);
  person.on("framenavigated", (frame) => {
    if (frame === person.mainFrame()) note();
  });
  note();
  return {
    presses: () => person.evaluate(() => Number(sessionStorage.getItem("presses"))),
    screens: () => screens.size,
    /** Fails when main has more visible words. */
    readsAtMost: async (max: number) => {
      // biome-ignore lint/performance/useDomNodeTextContent: only what is visible is read
      const words = wordsIn(await person.getByRole("main").innerText());
      expect(words, `${words} words on ${new URL(person.url()).pathname}`).toBeLessThanOrEqual(max);
      expect(words, "a page without words was counted").toBeGreaterThan(20);
    },
  };
}

function countPresses() {
  if ("countsPresses" in window) return;
  Object.assign(window, { countsPresses: true });
  const count = () => sessionStorage.setItem("presses", String(Number(sessionStorage.getItem("presses")) + 1));
  window.addEventListener("pointerdown", count, { capture: true });
}

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The number of visible words in main, without the options of selects that are not chosen. */
export const wordsOn = async (person: Person) => {
  // biome-ignore lint/performance/useDomNodeTextContent: textContent has what cannot be seen too
  const text = await person.getByRole("main").innerText();
  const options = (await person.locator("main option:not(:checked)").allTextContents()).join(" ");
  return wordsIn(text) - wordsIn(options);
};
