import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@/server/run/command";
import { everyForm, otherForms } from "./every-form";
import { empties, formOf, isToldOfProblem, readsProblems } from "./forms";
import { expect, test } from "./story";

for (const { file, who, address, under, button, says } of everyForm) {
  const where = address.replaceAll(/[0-9a-f-]{36}/g, "…");
  test(`an empty form says what is missing: ${button}, ${file}, at ${where}`, async ({ comesBack, visit }) => {
    const person = await (who ? comesBack(who) : visit());
    await person.opens(address);
    if (under) await person.getByText(under, { exact: true }).click();
    const form = formOf(person, button);
    await empties(form);
    await person.press(button);
    expect(await readsProblems(person)).toEqual(says);
    await person.looks();
    const [box] = await form.getByRole("textbox").all();
    if (!box || says.length < 2) return;
    await box.fill("Typed once 🌻");
    await person.press(button);
    await isToldOfProblem(person);
    await expect(box).toHaveValue("Typed once 🌻");
  });
}

test("no form is left out", () => {
  const files = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" });
  const forms = files.filter(
    (file) =>
      /(?<!\.test)\.tsx$/.test(file) &&
      !file.startsWith("ui/") &&
      /<Form\b/.test(readFileSync(join(root, "app", file), "utf8")),
  );
  const tested = new Set([...everyForm.map(({ file }) => file), ...Object.keys(otherForms)]);
  expect(forms.filter((file) => !tested.has(file))).toEqual([]);
});
