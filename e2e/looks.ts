import { expect, type Page } from "@playwright/test";
import type { Person } from "./person";

/** A phone held upright (and 400% zoom on a laptop), a tablet, a laptop. */
const widths = [320, 768, 1280];
const forFingers = 44;

/** Looks at the open page at every width; on a phone every button is large enough for a finger. */
export async function everyWidth(person: Person): Promise<void> {
  for (const width of widths) {
    await person.setViewportSize({ width, height: 800 });
    await person.looks();
    if (width < 400) expect(await smallButtons(person)).toEqual([]);
  }
}

const buttons = "button, summary, a.nhsuk-button, input[type=radio], input[type=checkbox]";

/** The buttons that are hard to hit with a thumb, links that look like buttons among them. */
export const smallButtons = (page: Page): Promise<string[]> =>
  page.locator(buttons).evaluateAll((found, least) => {
    const small = found.filter((button) => {
      const { height } = button.getBoundingClientRect();
      return height > 0 && Math.round(height) < least;
    });
    return small.map(
      (button) => `${button.textContent || button.id}: ${button.getBoundingClientRect().height} px high`,
    );
  }, forFingers);

/** Somebody at a keyboard can go past the header with their first key, and then is in the page. */
export async function skipLinkFirst(page: Page): Promise<void> {
  // Where a page asks for one number, focus is in its box from the start
  if ((await page.locator("input:focus").count()) > 0) return;
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to main content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("banner").locator(":focus")).toHaveCount(0);
  // Focus has a look of its own, which axe takes for a link without an underline
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
}
