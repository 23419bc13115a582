import { NOT_A_TABLE } from "@/server/imports/limits";
import { asideInWords } from "@/server/measures/load/columns";
import { NO_ROWS } from "@/server/measures/load/csv";
import { notANumber } from "@/server/measures/load/number-cells";
import { mondayOfWeek } from "./days";
import { choosesFile } from "./fills-in/file";
import { fillsInMeasure } from "./fills-in/measure";
import { isToldOfProblem } from "./forms";
import { expect, test } from "./story";

const name = "Beds free before lunch";
const asPeopleWrite = (on: string) => on.split("-").reverse().join("/");
/** The last weeks, oldest first, with days as dd/mm/yyyy. */
const weeks = (count: number) => Array.from({ length: count }, (_, at) => asPeopleWrite(mondayOfWeek(at - count)));

test("a spreadsheet becomes results: asked once, every error named, the good rows saved, left and come back to", async ({
  comesBack,
}) => {
  const imogen = await comesBack("Imogen");
  imogen.mayLog(/status of 422/);
  await test.step("she defines a measure and finds where to bring a spreadsheet in", async () => {
    await imogen.opens("/measures/new");
    await fillsInMeasure(imogen, {
      name,
      definition: "Beds that are free at midday.",
      counting: "A number that adds up",
      unit: "beds",
      better: "Higher is better",
      every: "Every week",
      contributors: ["Quillshire University Hospitals NHS Trust"],
    });
    await imogen.press("Save this measure");
    await imogen.arrivesAt(name);
    await imogen.follow("Add many from a spreadsheet");
    await imogen.arrivesAt("Add results from a spreadsheet");
  });

  await test.step("a file that is no table is refused beside its box, and nothing is lost", async () => {
    await imogen.writes("Or paste rows from a spreadsheet", "Week\tBeds");
    await imogen.press("Look at these rows");
    await isToldOfProblem(imogen, NO_ROWS);
    await expect(imogen.getByLabel("Or paste rows from a spreadsheet")).toHaveValue("Week\tBeds");
    await choosesFile(imogen, "beds.csv", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1));
    await isToldOfProblem(imogen, NOT_A_TABLE);
    await imogen.looks();
  });

  // The first date that could be read in two ways; 02/02 could not
  const firstUnclear = weeks(30).find((on) => on.slice(0, 2) !== on.slice(3, 5));
  const rows = weeks(30).map((on, at) => `${on},${at === 3 ? "many" : at === 7 ? '"1,001"' : 20 + (at % 5)},green`);
  const file = `Beds at midday\nWeek,Beds,RAG\n${rows.join("\n")}\nTotal,999,\n`;
  const address =
    await test.step("a file is read: what it has is shown, and what is not clear is asked once", async () => {
      await choosesFile(imogen, "beds.csv", file);
      await imogen.arrivesAt("Results from a spreadsheet");
      await imogen.reads("beds.csv", "Row 1 is a title, and is not read.", /^Row 33 says "Total"/);
      await imogen.getByLabel("Result", { exact: true }).selectOption({ label: "Beds" });
      await imogen.press("Use these columns");
      await imogen.reads(...asideInWords(["RAG"]));
      await imogen.press("Check 30 rows");
      await expect(
        imogen.getByRole("alert").filter({ hasText: "There is a problem" }).getByRole("listitem"),
      ).toHaveText([
        `Choose an answer: Which day is ${firstUnclear}?`,
        "Choose an answer: Is 1,001 a thousand or more?",
      ]);
      await imogen.looks();
      await imogen.chooses(`Which day is ${firstUnclear}?`, "the day comes first");
      await imogen.chooses("Is 1,001 a thousand or more?", "Yes, 1001");
      await imogen.press("Check 30 rows");
      return imogen.url();
    });

  await test.step("she leaves while it is checked, and comes back to it", async () => {
    await imogen.opens("/");
    await imogen.opens(new URL(address).pathname);
    await imogen.reads("29 rows can be saved", "1 row cannot be read. They are left out.");
    await expect(imogen.getByRole("row").filter({ hasText: notANumber("many") })).toContainText("Beds");
    await imogen.looks();
    const download = imogen.waitForEvent("download");
    await imogen.getByRole("link", { name: "Download what cannot be read (CSV)" }).click();
    expect((await download).suggestedFilename()).toBe("what-cannot-be-read.csv");
  });

  await test.step("the good rows are saved, and the chart shows them", async () => {
    await imogen.press("Save the 29 good rows");
    await imogen.reads(/^Saved 29 results, the week to/);
    await imogen.looks();
    await imogen.follow("See the chart");
    await imogen.arrivesAt(name);
    await imogen.getByText("Show the numbers").click();
    await expect(imogen.getByRole("region", { name }).getByRole("row").filter({ hasText: "1,001" })).toHaveCount(1);
  });
});
