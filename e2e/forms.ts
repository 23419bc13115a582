import { expect, type Locator } from "@playwright/test";
import type { Person } from "./person";

/** The form that this button submits. */
export const formOf = (person: Person, button: string): Locator =>
  person.locator("form").filter({ has: person.getByRole("button", { name: button, exact: true }) });

/** Empties all text boxes and unticks all checkboxes. */
export async function empties(form: Locator): Promise<void> {
  for (const box of await form.getByRole("textbox").all()) await box.fill("");
  const ticked = form.getByRole("checkbox", { checked: true });
  while ((await ticked.count()) > 0) await ticked.first().uncheck();
}

/** Expects the error summary to have focus. */
export const isToldOfProblem = (person: Person, sentence = ""): Promise<void> =>
  expect(person.locator(":focus").filter({ hasText: "There is a problem" })).toContainText(sentence);

/** The alert about a conflict with another person's change. */
export const changedMeanwhile = (person: Person, by: string): Locator =>
  person.getByRole("alert").filter({ hasText: `${by} changed this while you were writing` });

/** The sentences of the error summary; checks that each links to its field, which describes itself by the same sentence. */
export async function readsProblems(person: Person): Promise<string[]> {
  const summary = person.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toBeVisible();
  await expect(person).toHaveTitle(/^Error: /);
  const lines = summary.getByRole("listitem");
  for (const link of await summary.getByRole("link").all()) {
    const sentence = await link.textContent();
    await link.click();
    expect(await descriptionsOfFocused(person)).toContain(`Error: ${sentence}`);
  }
  return lines.allTextContents();
}

/** The aria-describedby texts of the focused control and of its groups. */
const descriptionsOfFocused = (person: Person): Promise<string[]> =>
  person.evaluate(() => {
    const texts: string[] = [];
    for (let element = document.activeElement; element; element = element.parentElement) {
      const ids = element.getAttribute("aria-describedby")?.split(" ") ?? [];
      texts.push(...ids.map((id) => document.getElementById(id)?.textContent ?? ""));
    }
    return texts;
  });
