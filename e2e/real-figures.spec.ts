import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { asideInWords } from "@/server/measures/load/columns";
import { root } from "@/server/run/command";
import { choosesFile } from "./fills-in/file";
import { notesIdea } from "./fills-in/idea";
import { addsMeasure, fillsInMeasure } from "./fills-in/measure";
import { expect, test } from "./story";

const folder = resolve(process.env.LEEWAY_DATA_DIR ?? join(root, "../shared/data"));
const missing = ["ae-four-trusts.csv", "ae-england.csv"].some((file) => !existsSync(join(folder, file)));
const measure = "A&E within 4 hours, four trusts";
const weekly = "A&E within 4 hours";
const system = "Quillshire and Marrowdale Integrated Care System";

test.skip(missing, `The real figures are not in ${folder} (LEEWAY_DATA_DIR), so the lap is not walked on them.`);

/** Runs `npm run load` while Leeway is running. */
function load(dataDir: string, file: string, ...words: string[]) {
  const { stdout, stderr, status } = spawnSync(
    "npm",
    ["run", "--silent", "load", "--", "--file", join(folder, file), "--system", system, ...words],
    { cwd: root, encoding: "utf8", env: { ...process.env, DATABASE_URL: "", DATA_DIR: dataDir } },
  );
  return { printed: `${stdout}${stderr}`, status };
}

const define = [
  ...["--measure", measure, "--define", "--definition", "People who left A&E within 4 hours of arriving"],
  ...["--counting", "percentage", "--direction", "up", "--rhythm", "month", "--decimals", "1"],
  ...["--numerator-column", "attendances - breaches", "--add-contributors", "--kind", "acute"],
];

test("the lap is walked on real figures: four trusts, one system value", async ({ comesBack, leeway }) => {
  await test.step("months do not fit a weekly measure: each row is named, and nothing is loaded", async () => {
    const { printed, status } = load(leeway.dataDir, "ae-four-trusts.csv", ...define.with(1, weekly));
    expect(status).not.toBe(0);
    expect(printed).toContain('Row 2, column "period": Weeks start on a Monday, and Friday 1 April 2016 is not one.');
    expect(printed).toContain("Nothing was loaded");
  });

  await test.step("the file is loaded while Leeway runs; a second time adds nothing", async () => {
    const first = load(leeway.dataDir, "ae-four-trusts.csv", ...define);
    expect(first.printed).toContain(`Loaded 144 results of "${measure}", April 2016 to March 2019.`);
    expect(first.status).toBe(0);
    const second = load(leeway.dataDir, "ae-four-trusts.csv", ...define);
    expect(second.printed).toContain("Nothing new: all 144 results were there already.");
  });

  const wren = await comesBack("Wren");
  await test.step("the system's figure is the sum over the sum, in the chart and in its table", async () => {
    await wren.opens(`/measures?q=${encodeURIComponent(measure)}`);
    await wren.follow(measure);
    await wren.arrivesAt(measure);
    await wren.reads("in March 2019");
    await wren.getByText("Show the numbers").click();
    const rows = wren.getByRole("region", { name: measure }).getByRole("row");
    await expect(rows).toHaveCount(37);
    await expect(rows.filter({ hasText: "April 2016" })).toContainText("88.5");
    await wren.looks();
  });

  await test.step("no page sets the four trusts side by side", async () => {
    for (const trust of ["RTX", "RXL", "RXN", "RXR"]) {
      await expect(wren.getByRole("table").getByText(trust)).toHaveCount(0);
    }
  });

  await test.step("a team watches it on its experiment, and its chart is there", async () => {
    const idea = await notesIdea(wren, {
      problem: "Every winter we wait for the same surprise.",
      changeIdea: "Look at what ordinary variation was, before anyone explains a month.",
      place: "Four hospitals",
    });
    await wren.opens(`${idea}/results/add-measure`);
    await addsMeasure(wren, `${measure}, %`, "Outcome");
    await wren.arrivesAt("Results");
    await expect(wren.getByRole("figure", { name: measure })).toBeVisible();
    await wren.reads("in March 2019");
  });
});

test("somebody brings a real file in through the pages: nothing is asked twice, colours and forecasts are dropped", async ({
  comesBack,
}) => {
  const name = "A&E within 4 hours, all England";
  const imogen = await comesBack("Imogen");
  await test.step("she defines what the file counts", async () => {
    await imogen.opens("/measures/new");
    await fillsInMeasure(imogen, {
      name,
      definition: "People who left A&E within 4 hours of arriving.",
      counting: "A percentage",
      better: "Higher is better",
      every: "Every month",
      contributors: ["Quillshire University Hospitals NHS Trust"],
    });
    await imogen.press("Save this measure");
    await imogen.arrivesAt(name);
    await imogen.looks();
    await imogen.follow("Add many from a spreadsheet");
    await imogen.arrivesAt("Add results from a spreadsheet");
    await imogen.looks();
  });

  await test.step("the file says what most columns are; she says the rest", async () => {
    // With columns that Leeway does not store
    const [header, ...rows] = readFileSync(join(folder, "ae-england.csv"), "utf8").trimEnd().split("\n");
    const sent = [`${header},RAG,Forecast,Trajectory`, ...rows.map((row) => `${row},red,95,95`)].join("\n");
    await choosesFile(imogen, "ae-england.csv", sent);
    await imogen.arrivesAt("Results from a spreadsheet");
    await imogen.reads("ae-england.csv, 36 rows");
    await expect(imogen.getByLabel("Period", { exact: true })).toHaveValue("0");
    await imogen.getByLabel("How many", { exact: true }).selectOption({ label: "attendances" });
    await imogen.getByLabel(/^Less/).selectOption({ label: "breaches" });
    await imogen.press("Use these columns");
    await imogen.reads(
      'How many is in "attendances", less "breaches".',
      'Not read: "admissions".',
      ...asideInWords(["RAG", "Forecast", "Trajectory"]),
    );
    await expect(imogen.getByRole("main").getByRole("radio")).toHaveCount(0);
    await imogen.looks();
  });

  await test.step("all of it is saved, and the chart says what the file said", async () => {
    await imogen.press("Check 36 rows");
    await imogen.press("Save the 36 good rows");
    await imogen.reads("Saved 36 results, April 2016 to March 2019.", /in March 2019\.$/);
    await imogen.follow("See the chart");
    await imogen.arrivesAt(name);
    await imogen.getByText("Show the numbers").click();
    const rows = imogen.getByRole("region", { name }).getByRole("row");
    await expect(rows).toHaveCount(37);
    const result = (month: string) => rows.filter({ hasText: month }).getByRole("cell").first();
    await expect(result("April 2016")).toHaveText("90");
    await expect(result("March 2019")).toHaveText("87");
    await imogen.looks();
  });
});
