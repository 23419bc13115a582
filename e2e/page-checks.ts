import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const longest = 65;

/** Checks any page: WCAG 2.2 A and AA, one short h1 that is also the title, no horizontal scrolling. */
export async function pageChecks(page: Page, timeoutMs = 15_000): Promise<void> {
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveCount(1, { timeout: timeoutMs });
  const words = await heading.evaluate(withoutCaption);
  expect(words.length, `"${words}" is ${words.length} characters long`).toBeLessThanOrEqual(longest);
  const title = new URL(page.url()).pathname === "/" ? "Home" : words;
  await expect(page).toHaveTitle(new RegExp(`^(Error: )?${escaped(title)} – Leeway$`), { timeout: timeoutMs });
  expect(await sidewaysScroll(page), "the page scrolls sideways").toBe(0);
  // Legacy mode, possible without cross-origin frames, halves the time
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze();
  expect(violations.map(inWords)).toEqual([]);
}

export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The text of a heading without its caption. */
function withoutCaption(heading: HTMLElement | SVGElement): string {
  const caption = heading.querySelector("[class*=caption]")?.textContent ?? "";
  return (heading.textContent ?? "").slice(caption.length).trim();
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

type Violation = { id: string; help: string; nodes: { html: string; failureSummary?: string }[] };
const inWords = ({ id, help, nodes }: Violation) =>
  `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join("\n")}`;
