import { expect, type Page } from "@playwright/test";
import { type NoticeCode, noticeSentence } from "@/app/notices";
import { browserErrors } from "./browser-errors";
import { pageChecks } from "./page-checks";

export type Person = Page & PeopleWords;
type PeopleWords = ReturnType<typeof wordsOf>;

/** A person at a page: Playwright's page with the words of the stories. */
export const personAt = (page: Page): Person => Object.assign(page, wordsOf(page));

function wordsOf(page: Page) {
  const errors = browserErrors(page);
  const words = {
    /** Runs the checks of page-checks.ts on the open page. */
    async looks() {
      await untilReady(page);
      await pageChecks(page);
      errors.looked(new URL(page.url()).pathname);
    },
    /** Opens an address, and checks the page. */
    async opens(address: string) {
      const response = await page.goto(address);
      await words.looks();
      return response?.status();
    },
    /** Opens an address whose page is checked elsewhere. */
    async glancesAt(address: string) {
      const response = await page.goto(address);
      errors.looked(new URL(page.url()).pathname);
      return response?.status();
    },
    async signIn(name: string) {
      await words.glancesAt("/sign-in");
      await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
      await expect(page).not.toHaveURL(/\/sign-in/);
      await words.looks();
      errors.passedThrough();
    },
    async openExperiment(title: string) {
      await words.opens(`/experiments?q=${encodeURIComponent(title)}`);
      await words.follow(title);
      await words.arrivesAt(title);
    },
    /** Presses a button by its text. */
    async press(button: string) {
      await untilReady(page);
      await page.getByRole("button", { name: button, exact: true }).click();
    },
    /** Follows a link by its text; the first, where a page has it twice. */
    async follow(link: string) {
      await page.getByRole("main").getByRole("link", { name: link, exact: true }).first().click();
    },
    /** Follows a link under "Needs you" on the home page: an experiment, and what it needs. */
    async followsNeed(title: string, need: string) {
      await words.opens("/");
      const link = new RegExp(`^${escaped(title)}\\W+${escaped(need)}`);
      await page.getByRole("region", { name: "Needs you" }).getByRole("link", { name: link }).click();
    },
    async writes(label: string, text: string) {
      await untilReady(page);
      await page.getByLabel(label, { exact: true }).fill(text);
    },
    /** Ticks choices of a question. */
    async chooses(question: string, ...choices: string[]) {
      await untilReady(page);
      for (const choice of choices) await page.getByRole("group", { name: question }).getByLabel(choice).check();
    },
    /** Fills in a day, such as "2027-09-13", in its three boxes. */
    async writesDay(question: string, day: string) {
      const [year = "", month = "", date = ""] = day.split("-");
      const boxes = page.getByRole("group", { name: question });
      await boxes.getByLabel("Day").fill(String(Number(date)));
      await boxes.getByLabel("Month").fill(String(Number(month)));
      await boxes.getByLabel("Year").fill(year);
    },
    /** Waits for the page with this heading, and checks it. */
    async arrivesAt(heading: string) {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`${escaped(heading)}$`));
      await words.looks();
    },
    /** Expects visible sentences, or parts of them. */
    async reads(...sentences: (string | RegExp)[]) {
      for (const sentence of sentences)
        await expect(page.getByRole("main").getByText(sentence).filter({ visible: true }).first()).toBeVisible();
    },
    /** Expects the notice after a change, by its code in app/notices.ts. */
    async readsNotice(code: NoticeCode) {
      await words.reads(noticeSentence({ notice: code }) ?? `nothing is said after "${code}"`);
    },
    /** Allows an error in the browser that belongs to the story, such as a logged refusal. */
    mayLog: errors.expect,
    /** At the end of a story: no errors in the browser, and every opened page was checked. */
    endsWell() {
      expect(errors.wrong(), "errors in the browser").toEqual([]);
      expect(errors.notLookedAt(), "pages that nobody looked at").toEqual([]);
    },
  };
  return words;
}

/** Waits for hydration: until then submit buttons have type=button (inside closed details they keep it). */
async function untilReady(page: Page): Promise<void> {
  await expect(page.locator("form button[type=button]:not(details *)")).toHaveCount(0);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
