import type { Page } from "@playwright/test";

type Least = { buttons: number; others: number };

/**
 * Targets smaller than a finger needs, in CSS pixels. Not counted: links within a sentence, and what only screen readers
 * see. The label of a radio or checkbox is part of the target.
 */
export const smallTargets = (page: Page, least: Least): Promise<string[]> =>
  page.evaluate(({ buttons, others }) => {
    const pressable = "a[href], button, input:not([type=hidden]), select, textarea, summary";
    const small: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(pressable)) {
      const box = element.getBoundingClientRect();
      const hidden = !element.checkVisibility() || box.width <= 1 || box.height <= 1 || box.bottom <= 0;
      if (hidden || getComputedStyle(element).display === "inline") continue;
      const isButton = element.matches("button, .nhsuk-button");
      const needed = isButton ? buttons : others;
      // Half a pixel for rounding
      if (box.height < needed - 0.5 || box.width < others - 0.5) {
        const words = element.textContent?.trim() || element.id;
        small.push(
          `${element.tagName.toLowerCase()} "${words}" is ${Math.round(box.width)} × ${Math.round(box.height)}`,
        );
      }
    }
    return small;
  }, least);
