import { expect, test } from "vitest";
import { analyse } from "@/server/charts/analyse";
import { londonDay } from "@/server/days";
import { lastWholePeriod, periodAfter } from "@/server/measures/periods";
import { key, registerWithRisk, type TestPerson, testSystem } from "@/server/testing";

const world = testSystem();
const today = londonDay(new Date());
const week = (before = 0) => periodAfter(lastWholePeriod(today, "week"), "week", -before);

/** A measure of one organisation with one value a week, the last in the latest whole week. */
async function charted(values: readonly number[]) {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "QUH");
  const elsewhere = await world.organisation(systemId, "OCH");
  const imogen = await world.person("Imogen", { systemId, organisationId });
  const stranger = await world.person("Stranger", { systemId, organisationId: elsewhere });
  const { measureId } = await imogen.api.measures.define({
    ...{ systemId, name: "Days ready but still here", unit: "days", contributors: [organisationId], key: key() },
    ...{ operationalDefinition: "Days", counting: "value", direction: "down", rhythm: "week" },
  });
  for (const [i, value] of values.entries()) {
    const periodOn = week(values.length - 1 - i);
    await imogen.api.measures.log({ measureId, organisationId, periodOn, value, key: key() });
  }
  return { systemId, organisationId, elsewhere, imogen, stranger, measureId };
}

const analysisOf = async (by: TestPerson, measureId: string) =>
  analyse(await by.api.measures.find({ measureId }), await by.api.measures.series({ measureId }));

test("limits are set anew for a reason and from a result, the old ones stay, and taking it back leaves a trace", async () => {
  const { imogen, stranger, measureId } = await charted([5, 6, 5, 7, 2, 3, 2]);
  const rebase = (by: TestPerson, periodOn: string, reason = "The new team started") =>
    by.api.charts.rebase({ measureId, periodOn, reason, key: key() });
  await expect(rebase(stranger, week(2))).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(rebase(imogen, week(6))).rejects.toThrow("but not the first");
  await expect(rebase(imogen, week(7))).rejects.toThrow("Choose a period that has a result");
  await expect(rebase(imogen, week(2), " ")).rejects.toThrow("Say what changed for good");
  const { rebaseId } = await rebase(imogen, week(2));
  await expect(rebase(imogen, week(2))).rejects.toThrow("anew from this period already");
  expect((await analysisOf(stranger, measureId)).parts.map((part) => part.periods)).toEqual([4, 3]);
  const { happenings } = await stranger.api.charts.ofMeasure({ measureId });
  expect(happenings).toEqual([{ on: week(2), words: "Limits set anew by Imogen. The new team started" }]);

  await imogen.api.charts.removeRebase({ measureId, rebaseId, key: key() });
  await expect(imogen.api.charts.removeRebase({ measureId, rebaseId, key: key() })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect((await analysisOf(stranger, measureId)).parts).toHaveLength(1);
  const after = await stranger.api.charts.ofMeasure({ measureId });
  expect(after.happenings).toEqual([]);
  expect(after.rebases).toMatchObject([{ words: "The new team started", by: "Imogen", removedBy: "Imogen" }]);
});

test("a result is left out of the limits with a reason, stays in sight, and can be put back", async () => {
  const { imogen, stranger, measureId } = await charted([5, 60, 5]);
  const leaveOut = (by: TestPerson, periodOn: string) =>
    by.api.charts.leaveOut({ measureId, periodOn, reason: "The ward was flooded", key: key() });
  await expect(leaveOut(stranger, week(1))).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(leaveOut(imogen, week(5))).rejects.toThrow("Choose a period that has a result");
  const { pointId } = await leaveOut(imogen, week(1));
  await expect(leaveOut(imogen, week(1))).rejects.toThrow("left out already");
  const without = await analysisOf(stranger, measureId);
  expect([without.points[1]?.leftOut, without.points[1]?.value, without.parts[0]?.centre]).toEqual([true, 60, 5]);
  await imogen.api.charts.putBack({ measureId, pointId, key: key() });
  expect((await analysisOf(stranger, measureId)).points[1]?.leftOut).toBe(false);
  expect((await stranger.api.charts.ofMeasure({ measureId })).leftOut[0]?.removedBy).toBe("Imogen");
});

test("a note stands wherever the measure is drawn; one of an experiment only on its own charts, and a draft's is its team's", async () => {
  const { systemId, organisationId, imogen, stranger, measureId } = await charted([5, 6]);
  const experimentId = await registerWithRisk(imogen, { systemId, organisationId });
  await imogen.api.measures.chooseForExperiment({ experimentId, measureId, role: "outcome", key: key() });
  const happenedOn = week(1);
  const noted = { happenedOn, measureId };
  await imogen.api.charts.noteOnMeasure({ ...noted, words: "Snow", key: key() });
  const { noteId } = await imogen.api.charts.noteOnChart({ ...noted, experimentId, words: "Our own", key: key() });
  const tomorrow = { ...noted, happenedOn: periodAfter(today, "day") };
  await expect(imogen.api.charts.noteOnMeasure({ ...tomorrow, words: "Soon", key: key() })).rejects.toThrow("not come");

  const onMeasure = await stranger.api.charts.ofMeasure({ measureId });
  expect(onMeasure.happenings).toEqual([{ on: happenedOn, words: "Snow" }]);
  expect(JSON.stringify(onMeasure)).not.toContain("Our own");
  const own = await imogen.api.charts.ofExperiment({ experimentId });
  expect(own.charts[measureId]?.happenings.map(({ words }) => words)).toEqual(["Our own", "Snow"]);
  await expect(stranger.api.charts.ofExperiment({ experimentId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const otherNote = { measureId, noteId, key: key() };
  await expect(imogen.api.charts.removeNoteFromMeasure(otherNote)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await imogen.api.charts.removeNoteFromChart({ experimentId, noteId, key: key() });
  expect((await imogen.api.charts.ofExperiment({ experimentId })).notes).toEqual([]);
});

test("whether it works is said only of what has started, and only to those who see it", async () => {
  const { systemId, organisationId, imogen, stranger, measureId } = await charted([5, 6]);
  const experimentId = await registerWithRisk(imogen, { systemId, organisationId });
  await imogen.api.measures.chooseForExperiment({ experimentId, measureId, role: "outcome", key: key() });
  expect(await imogen.api.charts.working({ experimentId })).toEqual([]);
  await expect(stranger.api.charts.working({ experimentId })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
