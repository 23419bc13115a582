import { mondayOfWeek } from "./days";
import { expect, test } from "./story";

const name = "Beds free before lunch";
const asPeopleWrite = (on: string) => on.split("-").reverse().join("/");
/** So many weeks that are over, oldest first, as a spreadsheet has them. */
const weeks = (count: number) => Array.from({ length: count }, (_, at) => asPeopleWrite(mondayOfWeek(at - count)));

test("a spreadsheet becomes results: asked once, every error named, the good rows saved, left and come back to", async ({
  comesBack,
}) => {
  const wren = await comesBack("Wren");
  await test.step("she defines a measure and finds where to bring a spreadsheet in", async () => {
    await wren.opens("/measures/new");
    await wren.writes("What is it called?", name);
    await wren.writes("What exactly is counted?", "Beds that are free at midday.");
    await wren.chooses("How is it counted?", "A count");
    await wren.writes("Counted in", "beds");
    await wren.chooses("Which way is better?", "Up");
    await wren.chooses("How often?", "week");
    await wren.chooses("Who contributes?", "Quillshire University Hospital");
    await wren.press("Save this measure");
    await wren.arrivesAt(name);
    await wren.follow("Add many from a spreadsheet");
    await wren.arrivesAt("Add results from a spreadsheet");
  });

  await test.step("a file that is no table is refused beside its box, and nothing is lost", async () => {
    await wren.writes("Or paste rows from a spreadsheet", "Week\tBeds");
    await wren.press("Look at these rows");
    await expect(wren.getByRole("alert")).toContainText("The file has a header and no rows below it.");
    await expect(wren.getByLabel("Or paste rows from a spreadsheet")).toHaveValue("Week\tBeds");
    await wren.getByLabel("Choose a file").setInputFiles({
      ...{ name: "beds.csv", mimeType: "text/csv", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]) },
    });
    await wren.press("Look at this file");
    await expect(wren.getByRole("alert")).toContainText("must be a CSV or an Excel file (XLSX)");
    await wren.looks();
  });

  const rows = weeks(30).map((on, at) => `${on},${at === 3 ? "many" : at === 7 ? '"1,001"' : 20 + (at % 5)},green`);
  const file = `Beds at midday\nWeek,Beds,RAG\n${rows.join("\n")}\nTotal,999,\n`;
  const address =
    await test.step("a file is read: what it has is shown, and what is not clear is asked once", async () => {
      await wren.getByLabel("Choose a file").setInputFiles({
        ...{ name: "beds.csv", mimeType: "text/csv", buffer: Buffer.from(file) },
      });
      await wren.press("Look at this file");
      await wren.arrivesAt("Results from a spreadsheet");
      await wren.reads("beds.csv", "Row 1 is a title, and is not read.", /^Row 33 says "Total"/);
      await wren.getByLabel("Result", { exact: true }).selectOption({ label: "Beds" });
      await wren.press("Use these columns");
      await wren.reads('Dropped: "RAG". Leeway keeps results, no forecasts, trajectories or colours.');
      await wren.press("Check 30 rows");
      await expect(wren.getByRole("alert").getByRole("listitem")).toHaveText(["Choose one", "Choose one"]);
      await wren.looks();
      await wren.chooses(`Which day is ${weeks(30)[0]}?`, "the day comes first");
      await wren.chooses("Is 1,001 a thousand or more?", "Yes, 1001");
      await wren.press("Check 30 rows");
      return wren.url();
    });

  await test.step("she leaves while it is checked, and comes back to it", async () => {
    await wren.opens("/");
    await wren.opens(new URL(address).pathname);
    await wren.reads("29 rows can be saved", "1 row cannot be read. They are left out.");
    await expect(wren.getByRole("row").filter({ hasText: '"many" is not a number' })).toContainText("Beds");
    await wren.looks();
    const download = wren.waitForEvent("download");
    await wren.getByRole("link", { name: "Download what cannot be read (CSV)" }).click();
    expect((await download).suggestedFilename()).toBe("what-cannot-be-read.csv");
  });

  await test.step("the good rows are saved, and the chart shows them", async () => {
    await wren.press("Save the 29 good rows");
    await wren.reads(/^Saved 29 results, the week to/);
    await wren.looks();
    await wren.follow("See the chart");
    await wren.arrivesAt(name);
    await wren.getByText("Show the numbers").click();
    await expect(wren.getByRole("region", { name }).getByRole("row").filter({ hasText: "1,001" })).toHaveCount(1);
  });
});
