import { expect, type Locator } from "@playwright/test";
import type { Person } from "./person";

/** The form that a button sends. */
export const formOf = (person: Person, button: string): Locator =>
  person.locator("form").filter({ has: person.getByRole("button", { name: button, exact: true }) });

/** Takes everything out of a form that can be taken out by hand. */
export async function empties(form: Locator): Promise<void> {
  for (const box of await form.getByRole("textbox").all()) await box.fill("");
  const ticked = form.getByRole("checkbox", { checked: true });
  while ((await ticked.count()) > 0) await ticked.first().uncheck();
}

/** The summary has come, and focus is on it. */
export const isToldOfProblem = (person: Person, sentence = ""): Promise<void> =>
  expect(person.locator(":focus").filter({ hasText: "There is a problem" })).toContainText(sentence);

/** What a form shows when somebody else has changed the same thing meanwhile. */
export const changedMeanwhile = (person: Person, by: string): Locator =>
  person.getByRole("alert").filter({ hasText: `${by} changed this while you were writing` });

/** The sentences of "There is a problem", after making sure that each leads to its field and stands beside it too. */
export async function readsProblems(person: Person): Promise<string[]> {
  const summary = person.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toBeVisible();
  await expect(person).toHaveTitle(/^Error: /);
  const lines = summary.getByRole("listitem");
  for (const link of await summary.getByRole("link").all()) {
    const sentence = await link.textContent();
    await link.click();
    expect(await saidOfFocused(person)).toContain(`Error: ${sentence}`);
  }
  return lines.allTextContents();
}

/** What a screen reader adds to the control in focus: the hints and errors of the control and of its group. */
const saidOfFocused = (person: Person): Promise<string[]> =>
  person.evaluate(() => {
    const said: string[] = [];
    for (let at = document.activeElement; at; at = at.parentElement) {
      const ids = at.getAttribute("aria-describedby")?.split(" ") ?? [];
      said.push(...ids.map((id) => document.getElementById(id)?.textContent ?? ""));
    }
    return said;
  });
