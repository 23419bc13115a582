import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { administrators } from "@/db/schema";
import { testSystem } from "@/server/testing";
import { loadFile } from "./load";
import { type LoadOptions, readOptions } from "./options";

const besideTheRepository = fileURLToPath(new URL("../../../../shared/data", import.meta.url));
const folder = resolve(process.env.LEEWAY_DATA_DIR ?? besideTheRepository);
const missing = ["ae-four-trusts.csv", "ae-england.csv"].some((file) => !existsSync(join(folder, file)));
if (missing) console.log(`The real figures are not in ${folder} (LEEWAY_DATA_DIR): loading them is skipped.`);

const world = testSystem();
const loading = (fileName: string, ...words: string[]) =>
  loadFile(
    world.db,
    { text: readFileSync(join(folder, fileName), "utf8"), fileName },
    readOptions(["--file", fileName, ...words]) as LoadOptions,
  );
const define = [
  ...["--define", "--definition", "People who left A&E within 4 hours of arriving", "--counting", "percentage"],
  ...["--direction", "up", "--rhythm", "month", "--decimals", "1", "--target", "95"],
];

test.skipIf(missing)("four trusts make one system value: the sum over the sum", async () => {
  const { wren } = await aSystem("Footprint");
  const four = ["--system", "Footprint", "--measure", "A&E within 4 hours", ...define];
  // The file has breaches, so the numerator must be given as a difference.
  await expect(loading("ae-four-trusts.csv", ...four)).rejects.toThrow('works too: "attendances - breaches"');
  const within = [...four, "--numerator-column", "attendances - breaches", "--denominator-column", "attendances"];
  await expect(loading("ae-four-trusts.csv", ...within)).rejects.toThrow(
    "RTX, RXL, RXN and RXR are not organisations of this system.",
  );
  const adding = [...within, "--add-contributors", "--kind", "acute"];
  const sentences = await loading("ae-four-trusts.csv", ...adding);
  expect(sentences).toContain('Loaded 144 results of "A&E within 4 hours", April 2016 to March 2019.');
  expect(await loading("ae-four-trusts.csv", ...adding)).toContain("Nothing new: all 144 results were there already.");

  const { measures } = await wren.api.measures.list({ q: "within 4 hours", page: 1 });
  const measureId = measures[0]?.id ?? "";
  const points = await wren.api.measures.series({ measureId });
  expect(points).toHaveLength(36);
  expect(points.every((point) => point.contributed === 4 && point.expected === 4)).toBe(true);
  expect(points[0]?.value?.toFixed(1)).toBe("88.5");
  // Not the mean of the four percentages, which is 88.1
  const april = readFileSync(join(folder, "ae-four-trusts.csv"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("2016-04-01"))
    .map((line) => line.split(",").slice(2).map(Number))
    .map(([attendances = 0, breaches = 0]) => 100 * (1 - breaches / attendances));
  expect((april.reduce((a, b) => a + b, 0) / april.length).toFixed(1)).not.toBe("88.5");
});

test.skipIf(missing)("England's figure is the published one, first month and last", async () => {
  const { wren } = await aSystem("England");
  const sentences = await loading(
    "ae-england.csv",
    ...["--system", "England", "--measure", "A&E within 4 hours, England", ...define],
    ...["--numerator-column", "attendances - breaches", "--contributor", "ENG"],
    ...["--add-contributors", "--kind", "integrated care board"],
  );
  expect(sentences).toContain('Not read: "admissions".');
  const { measures } = await wren.api.measures.list({ page: 1 });
  const points = await wren.api.measures.series({ measureId: measures[0]?.id ?? "" });
  expect([points[0]?.on, points[0]?.value?.toFixed(1)]).toEqual(["2016-04-01", "90.0"]);
  expect([points.at(-1)?.on, points.at(-1)?.value?.toFixed(1)]).toEqual(["2019-03-01", "86.6"]);
  expect(sentences.at(-1)).toContain("86.6% in March 2019");
});

async function aSystem(name: string) {
  const systemId = await world.system(name);
  const office = await world.organisation(systemId, `${name} office`);
  const wren = await world.person("Wren", { systemId, organisationId: office });
  await world.db.insert(administrators).values({ personId: wren.id, systemId });
  return { systemId, wren };
}
