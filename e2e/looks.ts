import { expect, type Page } from "@playwright/test";
import type { Person } from "./person";

/** Widths of a phone (and of a laptop at 400% zoom), a tablet and a laptop. */
const widths = [320, 768, 1280];
const minHeightPx = 44;

/** Checks the open page at every width, and the height of its buttons on a phone. */
export async function everyWidth(person: Person): Promise<void> {
  for (const width of widths) {
    await person.setViewportSize({ width, height: 800 });
    await person.looks();
    if (width < 400) expect(await smallButtons(person)).toEqual([]);
  }
}

const buttons = "button, summary, a.nhsuk-button, input[type=radio], input[type=checkbox]";

/** Buttons, and links that look like buttons, that are too low for a finger. */
export const smallButtons = (page: Page): Promise<string[]> =>
  page.locator(buttons).evaluateAll((elements, minHeight) => {
    const small = elements.filter((button) => {
      const { height } = button.getBoundingClientRect();
      return height > 0 && Math.round(height) < minHeight;
    });
    return small.map(
      (button) => `${button.textContent || button.id}: ${button.getBoundingClientRect().height} px high`,
    );
  }, minHeightPx);

/** The first Tab focuses the skip link, and it leads past the header. */
export async function skipLinkFirst(page: Page): Promise<void> {
  // A page that asks for one number focuses its box at once
  if ((await page.locator("input:focus").count()) > 0) return;
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to main content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("banner").locator(":focus")).toHaveCount(0);
  // axe takes the focus style for a link without an underline
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
}
