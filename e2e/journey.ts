import { expect } from "@playwright/test";
import type { Person } from "./person";

/** Counts what a journey asks of somebody from now on: presses, screens (an address each) and the words they find. */
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
    /** Fails when the page has more visible words than it may; what stands on every page is not counted. */
    readsAtMost: async (most: number) => {
      // biome-ignore lint/performance/useDomNodeTextContent: only what is visible is read
      const words = wordsIn(await person.getByRole("main").innerText());
      expect(words, `${words} words on ${new URL(person.url()).pathname}`).toBeLessThanOrEqual(most);
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

/** The words that can be seen: what is folded away or for screen readers alone is not read on a phone. */
export const wordsOn = async (person: Person) => {
  // biome-ignore lint/performance/useDomNodeTextContent: textContent has what cannot be seen too
  const text = await person.getByRole("main").innerText();
  const folded = (await person.locator("main option:not(:checked)").allTextContents()).join(" ");
  return wordsIn(text) - wordsIn(folded);
};
