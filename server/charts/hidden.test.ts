import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { experimentTurns, measures } from "@/db/schema";
import { anIdea, key, type TestPerson, testSystem } from "@/server/testing";
import { analyse } from "./analyse";
import { chartData } from "./data";

const world = testSystem();
const weeks = ["2026-03-02", "2026-03-09", "2026-03-16"];

/** Two contributors, a team that works with both, and a board. The first logs 40 each week, the second 61, 3 and 62. */
async function aMeasureWithSmallNumbers() {
  const systemId = await world.system();
  const [surgery, hospital] = [await world.organisation(systemId, "LRK"), await world.organisation(systemId, "PWC")];
  const nurse = await world.person("Tamsin", { systemId, organisationId: surgery });
  const matron = await world.person("Ede", { systemId, organisationId: hospital });
  const chair = await world.person("Cosima");
  await world.seat(systemId, await world.board(systemId, "Partnership Board"), chair.id, "chair");
  const { experimentId } = await nurse.api.experiments.register({
    ...{ ...anIdea, key: key(), systemId, leadOrganisationId: surgery, takingPart: [surgery, hospital] },
  });
  await nurse.api.experiments.share({ experimentId, key: key() });
  const { measureId } = await nurse.api.measures.defineForExperiment({
    ...{
      name: "People met at night",
      operationalDefinition: "Everyone met after 8pm",
      contributors: [surgery, hospital],
    },
    ...{
      key: key(),
      experimentId,
      role: "outcome",
      unit: "people",
      counting: "count",
      direction: "up",
      rhythm: "week",
    },
  });
  await world.db.update(measures).set({ suppressSmall: true }).where(eq(measures.id, measureId));
  const log = (who: TestPerson, organisationId: string, periodOn: string, value: number) =>
    who.api.measures.log({ key: key(), measureId, organisationId, periodOn, value });
  const sentences: string[] = [];
  for (const [week, value] of [61, 3, 62].entries()) {
    await log(nurse, surgery, weeks[week] ?? "", 40);
    sentences.push((await log(matron, hospital, weeks[week] ?? "", value)).sentence);
  }
  return { systemId, measureId, experimentId, surgery, hospital, nurse, matron, chair, sentences };
}

test("a small part hides the total too, in series, sentence, table and drawing, for everybody", async () => {
  const { systemId, measureId, experimentId, nurse, matron, chair, sentences } = await aMeasureWithSmallNumbers();
  for (const { api } of [nurse, matron, chair]) {
    const points = await api.measures.series({ measureId });
    expect(points.map(({ value }) => value)).toEqual([101, null, 102]);
    expect(points[1]).toMatchObject({ hidden: true, contributed: 2, expected: 2 });
    const measure = await api.measures.find({ measureId });
    const { table, chart, notes } = chartData(analyse(measure, points), measure, { id: "chart" });
    expect(table.rows[1]).toContain("Hidden, because small");
    expect(chart.points[1]).toMatchObject({ value: null, sentence: expect.stringContaining("hidden, because small") });
    expect(notes).toContain("1 week left as a gap, because figures of 1 to 7 are hidden.");
    const everywhere = [
      points,
      await api.measures.list({ page: 1 }),
      await api.measures.results({ experimentId }),
      await api.systems.find({ systemId }),
    ];
    expect(JSON.stringify(everywhere)).toContain("102");
    expect(JSON.stringify(everywhere)).not.toMatch(/\b43\b/);
  }
  expect(sentences[1]).toBe(
    "The system's figure in the week to 15 March 2026 is hidden. Figures of 1 to 7 are not shown, nor what would give them away.",
  );
  expect(sentences.join()).not.toMatch(/\b43\b/);
});

test("a small figure is read by those who work there, and by nobody who works with them", async () => {
  const { measureId, hospital, surgery, nurse, matron } = await aMeasureWithSmallNumbers();
  const partFor = async ({ api }: TestPerson, organisationId = hospital) =>
    (await api.measures.ownPart({ measureId, organisationId })).map(({ value, hidden }) => (hidden ? "hidden" : value));
  expect(await partFor(matron)).toEqual([62, 3, 61]);
  expect(await partFor(nurse)).toEqual([62, "hidden", 61]);
  expect(await partFor(nurse, surgery)).toEqual([40, 40, 40]);
  const box = { measureId, organisationId: hospital, periodOn: weeks[2] };
  expect((await nurse.api.measures.beforeLogging(box)).last?.part ?? null).toBeNull();
  expect((await matron.api.measures.beforeLogging(box)).last?.part?.value).toBe(3);
  const again = { key: key(), measureId, organisationId: hospital, periodOn: weeks[1] ?? "", value: 9 };
  const refused = await nurse.api.measures.log(again).catch((error: Error & { cause: unknown }) => error);
  expect(JSON.stringify(refused)).not.toMatch(/3 people/);
  const twice = { ...again, key: key(), version: 7, reason: "counted again" };
  const conflict = await nurse.api.measures
    .correct(twice)
    .catch((error: { cause: { theirs: unknown } }) => error.cause.theirs);
  expect(conflict).toEqual({});
});

test("a stop rule still sees a figure that nobody is told", async () => {
  const { systemId, experimentId, measureId, surgery, hospital, nurse, matron } = await aMeasureWithSmallNumbers();
  await nurse.api.dips.setStopRule({
    ...{ key: key(), experimentId, kind: "safety", words: "Fewer than 50 people", measureId },
    ...{ threshold: 50, metWhen: "below", periodsRunning: 1 },
  });
  const takenAt = new Date("2026-03-01T09:00:00Z").toISOString();
  await world.db
    .insert(experimentTurns)
    .values({ systemId, experimentId, turn: "started", takenBy: nurse.id, takenAt });
  const part = { measureId, periodOn: "2026-03-23" };
  await nurse.api.measures.log({ ...part, key: key(), organisationId: surgery, value: 40 });
  const { met } = await matron.api.measures.log({ ...part, key: key(), organisationId: hospital, value: 4 });
  expect(met.map(({ kind }) => kind)).toEqual(["safety"]);
  const entries = await nurse.api.journal.list({ experimentId });
  // Without times and ids, in which 44 may be by chance
  const texts = JSON.stringify(entries.map(({ by, act }) => [by, act]));
  expect(texts).toContain("It was met in the week to 29 March 2026");
  expect(texts).not.toMatch(/\b44\b/);
});
