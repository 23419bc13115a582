import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { measures } from "@/db/schema";
import { analyse } from "@/server/charts/analyse";
import { chartCsv } from "@/server/charts/csv";
import { chartData } from "@/server/charts/data";
import { anIdea, key, type TestPerson, testSystem } from "@/server/testing";
import { bringIn } from "./testing-steps";

const world = testSystem();
const week = "2026-03-09";

/** A measure that hides small figures: the hospital has 40, 3 and 41; the nurse's team logs for both. */
async function smallFigures() {
  const systemId = await world.system();
  const [surgery, hospital] = [await world.organisation(systemId, "LRK"), await world.organisation(systemId, "PWC")];
  const nurse = await world.person("Tamsin", { systemId, organisationId: surgery });
  const matron = await world.person("Ede", { systemId, organisationId: hospital });
  const { experimentId } = await nurse.api.experiments.register({
    ...{ ...anIdea, key: key(), systemId, leadOrganisationId: surgery, takingPart: [surgery, hospital] },
  });
  const defined = { name: "People met at night", operationalDefinition: "Everyone met after 8pm", unit: "people" };
  const { measureId } = await nurse.api.measures.defineForExperiment({
    ...{ ...defined, contributors: [surgery, hospital], key: key(), experimentId, role: "outcome" },
    ...{ counting: "count", direction: "up", rhythm: "week" },
  });
  await world.db.update(measures).set({ suppressSmall: true }).where(eq(measures.id, measureId));
  const bring = async (person: TestPerson, ...rows: string[]) =>
    bringIn({ database: world.db, person, measureId }, { pasted: ["Week\tOrg\tValue", ...rows].join("\n") });
  const first = await bring(matron, "2026-03-02\tPWC\t40", `${week}\tPWC\t3`, "2026-03-16\tPWC\t41");
  await first.askToSave();
  await first.step("save an upload");
  return { measureId, experimentId, surgery, hospital, nurse, matron, bring };
}

test("whoever may not see a small figure cannot find it out by bringing in one number after another", async () => {
  const { nurse, matron, bring, measureId, hospital } = await smallFigures();
  const checkGuess = async (person: TestPerson, guess: number) => {
    const { find, which } = await bring(person, `${week}\tPWC\t${guess}`);
    const { found, problems } = await find();
    return { found, problems, file: await person.api.imports.problems(which) };
  };
  const answers = [];
  for (const guess of [1, 2, 3, 4, 8]) answers.push(await checkGuess(nurse, guess));
  const [first] = answers;
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(first?.found).toEqual({ good: 0, problemRows: 1, already: 0, different: 0 });
  expect(first?.problems[0]?.reason).toBe(
    "There is a result already, hidden because it is small. Ask somebody who works there to change it.",
  );
  // Whoever works there still sees it
  expect((await checkGuess(matron, 3)).found).toEqual({ good: 0, problemRows: 0, already: 1, different: 0 });
  expect((await checkGuess(matron, 4)).found).toEqual({ good: 0, problemRows: 0, already: 0, different: 1 });

  // Nor can somebody who may not see it replace it
  const upload = await bring(nurse, `${week}\tPWC\t4`, "2026-03-23\tPWC\t50");
  const { version } = await upload.find();
  const replace = { different: "replace" as const, reason: "Counted again" };
  await nurse.api.imports.save({ ...upload.which, version, ...replace, key: key() });
  await upload.step("save an upload");
  expect((await upload.find()).said).toContain("1 row was left out.");
  const stored = await matron.api.measures.ownPart({ measureId, organisationId: hospital });
  expect(stored.map(({ value }) => value)).toEqual([50, 41, 3, 40]);
});

test("what is said of a saved import, its journal, the chart and its file give no small figure away", async () => {
  const { nurse, bring, measureId, experimentId } = await smallFigures();
  const upload = await bring(nurse, "2026-03-02\tLRK\t61", `${week}\tLRK\t61`, "2026-03-16\tLRK\t61");
  await upload.askToSave();
  await upload.step("save an upload");
  const [measure, points] = [
    await nurse.api.measures.find({ measureId }),
    await nurse.api.measures.series({ measureId }),
  ];
  const file = chartCsv({ ...chartData(analyse(measure, points), measure, { id: "chart" }), happenings: [] });
  const everywhere = [await upload.find(), file, await nurse.api.journal.list({ experimentId })];
  expect(file).toContain("101");
  expect(file).toContain("Hidden, because small");
  expect(JSON.stringify(everywhere)).toContain("Saved 3 results");
  expect(JSON.stringify(everywhere)).not.toMatch(/\b64\b/);
});
