import { expect, test } from "vitest";
import { experimentTurns, measures } from "@/db/schema";
import type { ChartKind, MeasureCounting, MeasureRhythm } from "@/db/vocabulary";
import { NOT_ABOVE_0 } from "@/server/measures/spc/kinds";
import { anIdea, key, type TestPerson, testSystem } from "@/server/testing";
import { analyse } from "./analyse";
import { chartData } from "./data";

const world = testSystem();
const month = (i: number) => `2025-${String(i + 1).padStart(2, "0")}-01`;
const day = (i: number) => `2026-01-${String(i + 1).padStart(2, "0")}`;

async function aMeasure(counting: MeasureCounting, rhythm: MeasureRhythm) {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "LRK");
  const nurse = await world.person("Tamsin", { systemId, organisationId });
  const { experimentId } = await nurse.api.experiments.register({
    ...{ ...anIdea, key: key(), systemId, leadOrganisationId: organisationId },
  });
  const { measureId } = await nurse.api.measures.defineForExperiment({
    ...{ name: "Sores", operationalDefinition: "Every sore", contributors: [organisationId], unit: "days" },
    ...{ key: key(), experimentId, role: "outcome", counting, direction: "up", rhythm },
  });
  const log = (periodOn: string, figures: { value?: number; numerator?: number; denominator?: number }) =>
    nurse.api.measures.log({ key: key(), measureId, organisationId, periodOn, ...figures });
  return { nurse, measureId, organisationId, experimentId, systemId, log };
}

async function drawAs({ api }: TestPerson, measureId: string, chartKind: ChartKind, suppressSmall = false) {
  const { name, operationalDefinition, unit, direction, preset, version } = await api.measures.find({ measureId });
  const anew = { measureId, name, operationalDefinition, unit, direction, preset, suppressSmall, version };
  return api.measures.redefine({ ...anew, chartKind, key: key() });
}

async function chartOf({ api }: TestPerson, measureId: string) {
  const measure = await api.measures.find({ measureId });
  const points = await api.measures.series({ measureId });
  return { points, ...chartData(analyse(measure, points), measure, { id: "chart" }) };
}

test("a share is drawn with limits of its own for each month once its definition says so, and the journal tells", async () => {
  const { nurse, measureId, experimentId, log } = await aMeasure("percentage", "month");
  for (let i = 0; i < 12; i++) await log(month(i), { numerator: i % 2 ? 24 : 11, denominator: i % 2 ? 40 : 20 });
  await log("2026-01-01", { numerator: 70, denominator: 100 });
  const before = await chartOf(nurse, measureId);
  expect(before.points[0]).not.toHaveProperty("madeOf");
  expect(before.chart.parts[0]?.upper).not.toHaveProperty("steps");

  expect(await nurse.api.measures.chartChoices({ measureId })).toEqual([
    { kind: "XmR", sentence: expect.stringMatching(/^With these limits \d of 13 results/) },
    { kind: "p", sentence: expect.stringContaining("by chance explains") },
  ]);
  await drawAs(nurse, measureId, "p");
  const { points, chart, table, notes } = await chartOf(nurse, measureId);
  expect(points[0]?.madeOf).toEqual({ count: 11, outOf: 20 });
  expect(new Set(chart.parts[0]?.upper?.steps).size).toBe(3);
  expect(table.head.slice(0, 4)).toEqual(["Month", "Result", "Out of", "Average"]);
  expect(table.rows[0]?.slice(1, 3)).toEqual(["55", "20"]);
  expect(notes).toContain("Limits move because the number counted in each month differs.");
  const [entry] = await nurse.api.journal.list({ experimentId });
  expect(entry?.act).toBe("changed the definition of Sores: the kind of chart");
  await expect(drawAs(nurse, measureId, "c")).rejects.toMatchObject({
    cause: { fieldErrors: { chartKind: "Choose a chart that fits how this is counted" } },
  });
});

test("a small figure leaves no limit, no number counted and no part of itself behind", async () => {
  const { nurse, measureId, log } = await aMeasure("percentage", "month");
  for (let i = 0; i < 12; i++) await log(month(i), { numerator: i === 4 ? 3 : 30 + i, denominator: i === 4 ? 47 : 60 });
  await log("2026-01-01", { numerator: 31, denominator: 60 });
  await log("2026-02-01", { numerator: 33, denominator: 60 });
  await drawAs(nurse, measureId, "p", true);
  const { points, chart, table } = await chartOf(nurse, measureId);
  expect(points[4]).toEqual({ on: "2025-05-01", value: null, contributed: 1, expected: 1, hidden: true });
  expect(chart.parts[0]?.upper?.steps?.[4]).toBeNull();
  expect(table.rows[4]?.slice(1, 6)).toEqual(["Hidden, because small", "", expect.anything(), "", ""]);
  const answers = JSON.stringify([points, await nurse.api.measures.chartChoices({ measureId })]);
  expect(answers).not.toContain("47");
  // The chart is the same as without the hidden month
  const others = points.filter((point) => !point.hidden);
  const outOf = others.reduce((sum, { madeOf }) => sum + (madeOf?.outOf ?? 0), 0);
  const centre = (100 * others.reduce((sum, { madeOf }) => sum + (madeOf?.count ?? 0), 0)) / outOf;
  expect(chart.parts[0]?.centre?.at).toBeCloseTo(centre, 9);
});

test("days without an event are no gap, nothing is due, and what cannot lie between 2 events is refused", async () => {
  const { nurse, measureId, organisationId, experimentId, systemId, log } = await aMeasure("value", "day");
  const takenAt = new Date("2025-12-01T09:00:00Z").toISOString();
  const started = { systemId, experimentId, turn: "started" as const, takenBy: nurse.id, takenAt };
  await world.db.insert(experimentTurns).values(started);
  const due = async () => (await nurse.api.home.mine()).results.map(({ measure }) => measure);
  expect(await due()).toEqual(["Sores"]);
  await log(day(0), { value: 4 });
  await log(day(3), { value: 0 });
  expect(await nurse.api.measures.series({ measureId })).toHaveLength(4);
  await expect(drawAs(nurse, measureId, "t")).rejects.toMatchObject({
    cause: {
      fieldErrors: { chartKind: expect.stringContaining(`1 result cannot be drawn so. ${NOT_ABOVE_0}`) },
    },
  });
  await nurse.api.measures.correct({
    ...{ key: key(), measureId, organisationId, periodOn: day(3), value: 0.5, version: 1, reason: "Same night" },
  });
  await drawAs(nurse, measureId, "t");
  expect(await due()).toEqual([]);
  const refused = { cause: { fieldErrors: { value: NOT_ABOVE_0 } } };
  await expect(log(day(8), { value: 0 })).rejects.toMatchObject(refused);
  await expect(log(day(3), { value: 2 })).rejects.toMatchObject({
    cause: { fieldErrors: { periodOn: expect.stringContaining("A chart of rare events takes 1 a day") } },
  });
  for (let i = 4; i < 20; i++) await log(day(i), { value: 1 + (i % 4) });
  const { points, chart, notes, table } = await chartOf(nurse, measureId);
  expect(points).toHaveLength(18);
  expect(chart.inTurn).toBe(true);
  expect(notes.join()).not.toMatch(/gap|without a result/);
  expect(table.head[2]).toBe("Middle");
  const box = await nurse.api.measures.beforeLogging({ measureId });
  expect(box.periodOn).toBe((await nurse.api.measures.find({ measureId })).today);
});

test("the database keeps no kind of chart but those of the list", async () => {
  await expect(world.db.update(measures).set({ chartKind: "x" as ChartKind })).rejects.toThrow();
});
