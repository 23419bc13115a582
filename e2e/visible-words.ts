import type { Page } from "@playwright/test";

/** The number of visible words in main, without what people typed (dir="auto") and the options of selects. */
export const wordsShown = (page: Page): Promise<number> =>
  page.getByRole("main").evaluate((main) => {
    let count = 0;
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const around = text.parentElement;
      if (!around?.checkVisibility() || around.closest("[dir=auto], select, textarea, .sr-only")) continue;
      count += (text.textContent ?? "").split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    }
    return count;
  });
