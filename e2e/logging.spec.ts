import { moreThanItsWhole } from "@/server/measures/part";
import { correctsResult } from "./fills-in/result";
import { isToldOfProblem } from "./forms";
import { wordsOn } from "./journey";
import { expect, test } from "./story";
import { log } from "./world";

test("F1: this week's result in 2 presses and the number, on 1 screen of at most 50 words; taken back; corrected", async ({
  comesBack,
}) => {
  const imogen = await comesBack("Imogen");
  imogen.mayLog(/status of 422/);
  await imogen.setViewportSize({ width: 390, height: 844 });
  await imogen.opens("/");
  await imogen.follow("Add a result for Overnight waits for a bed in A&E"); // 1
  await imogen.arrivesAt("Add a result");
  const box = imogen.getByLabel("Result", { exact: true });
  await expect(box).toBeFocused();
  await expect(box).toHaveAttribute("inputmode", "decimal");
  expect(await wordsOn(imogen)).toBeLessThanOrEqual(50);
  const screen = imogen.url();
  await imogen.writes("Result", "91");
  await imogen.press("Save"); // 2
  await expect(imogen.getByRole("heading", { name: "Saved" })).toBeFocused();
  await imogen.reads(/^91 in the week to /);
  expect(imogen.url()).toBe(screen);
  expect(await wordsOn(imogen)).toBeLessThanOrEqual(50);
  await imogen.looks();

  await test.step("she typed the wrong number: 1 press takes it back, and the box asks again", async () => {
    await imogen.getByRole("button", { name: "Undo", exact: true }).click();
    await imogen.reads(/^Taken back\. There is no result .* again\.$/);
    await imogen.looks();
    await imogen.writes("Result", "19");
    await imogen.press("Save");
    await imogen.reads(/^19 in the week to /);
  });

  await test.step("later it is corrected with a reason, from the list under the box; what it was stays readable", async () => {
    await imogen.opens(new URL(screen).pathname);
    await imogen.getByText("Correct a result", { exact: true }).click();
    const logged = imogen.getByRole("listitem").filter({ hasText: "19 a week" });
    await expect(logged.getByRole("button", { name: /^Undo/ })).toBeVisible();
    await imogen.looks();
    await logged.getByRole("link", { name: /^Correct it/ }).click();
    await imogen.reads("There is a result for this period: 19 a week");
    await imogen.writes("Result", "18");
    await imogen.press("Correct this result");
    await isToldOfProblem(imogen, "Say why");
    await correctsResult(imogen, "1 bed was counted twice");
    await imogen.reads(/^18 in the week to /);
    await imogen.looks();
    await imogen.follow("See the chart");
    await imogen.arrivesAt("Overnight waits for a bed in A&E");
    await imogen.getByText("What Quillshire University Hospitals NHS Trust contributed").click();
    const row = imogen.getByRole("row").filter({ hasText: "1 bed was counted twice" });
    await expect(row).toContainText("18 a week");
    await expect(row).toContainText("Was 19 a week.");
  });

  await test.step("several in one press: the good one is saved, the bad one stays in its box with a sentence", async () => {
    await imogen.opens("/log");
    await imogen.press("Save all");
    await isToldOfProblem(imogen, "Enter at least 1 result");
    const part = (name: string) => imogen.getByRole("region", { name });
    await part("Complaints about leaving").getByLabel("Result").fill("4");
    await part("Back in hospital within 48 hours").getByLabel("How many?", { exact: true }).fill("30");
    await part("Back in hospital within 48 hours").getByLabel("Out of how many?").fill("20");
    await imogen.press("Save all");
    await expect(part("Complaints about leaving").getByRole("status")).toContainText(/^Saved\. 4 /);
    await expect(part("Back in hospital within 48 hours")).toContainText(moreThanItsWhole(20));
    await expect(part("Back in hospital within 48 hours").getByLabel("Out of how many?")).toHaveValue("20");
    await imogen.looks();
    await part("Back in hospital within 48 hours").getByLabel("How many?", { exact: true }).fill("3");
    await imogen.press("Save all");
    await expect(part("Back in hospital within 48 hours").getByRole("status")).toContainText(/^Saved\. 15% /);
  });

  await test.step("where there was a result before, it stands in grey beside the box", async () => {
    await imogen.opens(log("E09"));
    await imogen.reads(/^Last time: \d/);
  });
});
