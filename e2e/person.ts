import { expect, type Page } from "@playwright/test";
import { type NoticeCode, noticeSentence } from "@/app/notices";
import { browserErrors as watchOver } from "./browser-errors";
import { pageChecks } from "./page-checks";

export type Person = Page & PeopleWords;
type PeopleWords = ReturnType<typeof wordsOf>;

/** Somebody in front of a page: everything that Playwright's page can do, and what people say they do. */
export const personAt = (page: Page): Person => Object.assign(page, wordsOf(page));

function wordsOf(page: Page) {
  const watch = watchOver(page);
  const words = {
    /** Looks at the page that is open as everyone may have to: see seen.ts. */
    async looks() {
      await untilReady(page);
      await pageChecks(page);
      watch.looked(new URL(page.url()).pathname);
    },
    /** Opens an address, and looks. */
    async opens(address: string) {
      const answer = await page.goto(address);
      await words.looks();
      return answer?.status();
    },
    /** Opens an address without looking, where the same page is looked at elsewhere. */
    async glancesAt(address: string) {
      const answer = await page.goto(address);
      watch.looked(new URL(page.url()).pathname);
      return answer?.status();
    },
    async signIn(name: string) {
      await words.glancesAt("/sign-in");
      await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
      await expect(page).not.toHaveURL(/\/sign-in/);
      await words.looks();
      watch.passedThrough();
    },
    async openExperiment(title: string) {
      await words.opens(`/experiments?q=${encodeURIComponent(title)}`);
      await words.follow(title);
      await words.arrivesAt(title);
    },
    /** Presses a button by the words on it. */
    async press(button: string) {
      await untilReady(page);
      await page.getByRole("button", { name: button, exact: true }).click();
    },
    /** Follows a link by its words; where a page has it twice, the first. */
    async follow(link: string) {
      await page.getByRole("main").getByRole("link", { name: link, exact: true }).first().click();
    },
    /** Follows what waits for them on the home page: an experiment, and what it needs. */
    async followsNeed(title: string, need: string) {
      await words.opens("/");
      const link = new RegExp(`^${escaped(title)}\\W+${escaped(need)}`);
      await page.getByRole("region", { name: "Needs you" }).getByRole("link", { name: link }).click();
    },
    async writes(label: string, text: string) {
      await untilReady(page);
      await page.getByLabel(label, { exact: true }).fill(text);
    },
    /** Answers a question by choosing one of its choices, or several. */
    async chooses(question: string, ...choices: string[]) {
      await untilReady(page);
      for (const choice of choices) await page.getByRole("group", { name: question }).getByLabel(choice).check();
    },
    /** Fills in a day, "2027-09-13", in its three boxes. */
    async writesDay(question: string, day: string) {
      const [year = "", month = "", date = ""] = day.split("-");
      const boxes = page.getByRole("group", { name: question });
      await boxes.getByLabel("Day").fill(String(Number(date)));
      await boxes.getByLabel("Month").fill(String(Number(month)));
      await boxes.getByLabel("Year").fill(year);
    },
    /** Waits for the page with this heading, and looks. */
    async arrivesAt(heading: string) {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`${escaped(heading)}$`));
      await words.looks();
    },
    /** Reads a sentence, or part of one, on the page. */
    async reads(...sentences: (string | RegExp)[]) {
      for (const sentence of sentences)
        await expect(page.getByRole("main").getByText(sentence).filter({ visible: true }).first()).toBeVisible();
    },
    /** Reads what the product says after a change (app/notices.ts). */
    async readsNotice(code: NoticeCode) {
      await words.reads(noticeSentence({ notice: code }) ?? `nothing is said after "${code}"`);
    },
    /** Something that belongs to the story, such as a refusal that the browser logs although the page explains it. */
    mayLog: watch.expect,
    /** At the end of the story: nothing went wrong unseen, and every page that was opened was looked at. */
    endsWell() {
      expect(watch.wrong(), "errors in the browser").toEqual([]);
      expect(watch.notLookedAt(), "pages that nobody looked at").toEqual([]);
    },
  };
  return words;
}

/** Before its script has come a form does not send: its buttons are not yet for sending (those that are folded away never are). */
async function untilReady(page: Page): Promise<void> {
  await expect(page.locator("form button[type=button]:not(details *)")).toHaveCount(0);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
