import fc from "fast-check";
import { expect, test } from "vitest";
import type { MeasureInWords } from "@/server/measures/figures";
import { addedUp, type Dip, dipOutlook, dipStatus, normal, periodsIn, problemWithWindow } from "./dip";

const measure: MeasureInWords = { name: "4-hour figure", unit: "%", direction: "up", rhythm: "month", decimals: 0 };
const month = (n: number) => new Date(Date.UTC(2026, n, 1)).toISOString().slice(0, 10);
const series = (values: (number | null)[]) => values.map((value, n) => ({ on: month(n), value }));
const year = series([90, 91, 87, 92, 90, 86, 91, 93, 87, 90, 92, 91]);
const dip: Dip = { fromOn: "2027-01-01", endsOn: "2027-03-31", worstValue: 88 };

test("how many of the last 12 points would already have broken it is said", () => {
  const outlook = dipOutlook(dip, measure, [
    ...series([50, 50]).map((p) => ({ ...p, on: `2025-1${p.on[6]}-01` })),
    ...year,
  ]);
  expect(outlook).toMatchObject({ broken: 3, of: 12, widerThanSeen: false });
  expect(outlook.sentences[0]).toBe("3 of the last 12 months were below 88%: ordinary variation will break this.");
});

test("the chance is that of a normal figure, over every period of the window, and its assumption is said", () => {
  expect(normal(0)).toBeCloseTo(0.5, 6);
  expect(normal(-1.96)).toBeCloseTo(0.025, 4);
  const alternating = series(Array.from({ length: 12 }, (_, n) => (n % 2 === 0 ? 91.128 : 90)));
  const once = normal((88.564 - 90.564) / 1);
  const outlook = dipOutlook({ ...dip, worstValue: 88.564 }, measure, alternating);
  expect(outlook.chance).toBeCloseTo(1 - (1 - once) ** 3, 6);
  expect(outlook.sentences[1]).toBe(
    "Ordinary variation alone breaks it at least once in this time with 7 chances in 100. This takes each month as independent of the others.",
  );
});

test("a band wider than anything seen is pointed out, for figures that should fall too", () => {
  expect(dipOutlook({ ...dip, worstValue: 60 }, measure, year)).toMatchObject({ broken: 0, widerThanSeen: true });
  const down = { ...measure, direction: "down" as const };
  expect(dipOutlook({ ...dip, worstValue: 99 }, down, year)).toMatchObject({ broken: 0, widerThanSeen: true });
  expect(dipOutlook({ ...dip, worstValue: 92 }, down, year)).toMatchObject({ broken: 1, widerThanSeen: false });
});

test("of rare events nobody knows how many will come, so no chance is made up", () => {
  const between = { ...measure, rhythm: "day" as const, unit: "days", chartKind: "t" as const };
  const outlook = dipOutlook({ ...dip, worstValue: 87 }, between, year);
  expect(outlook.chance).toBeNull();
  expect(outlook.sentences).toEqual([
    "1 of the last 12 events was below 87 days: ordinary variation will break this.",
    "Nobody knows how many events will come, nor how likely one of them is to break it.",
  ]);
});

test("no results, and too few, are said as what they are", () => {
  expect(dipOutlook(dip, measure, []).sentences).toEqual([
    "There are no results yet, so nobody knows how far this figure goes by itself.",
  ]);
  expect(dipOutlook(dip, measure, year.slice(0, 5)).chance).toBeNull();
});

test.each([
  ["2027-01-02", "2027-01-31", "month", false],
  ["2027-01-01", "2027-01-31", "month", true],
  ["2027-02-02", "2027-02-08", "week", false],
  ["2027-02-01", "2027-02-07", "week", true],
  ["2027-02-01", "2027-02-01", "day", true],
] as const)("from %s to %s has a whole %s in it: %s", (fromOn, endsOn, rhythm, whole) => {
  expect(problemWithWindow({ fromOn, endsOn }, rhythm) === null).toBe(whole);
});

test.each([
  ["2026-12-31", [89], "not begun"],
  ["2027-01-20", [89], "no result yet"],
  ["2027-02-03", [89], "within"],
  ["2027-02-03", [88], "within"], // exactly the worst agreed
  ["2027-02-03", [87.9], "outside"],
  ["2027-03-03", [87, 90], "within"], // the latest point decides
  ["2027-03-03", [87, null], "outside"], // an incomplete period does not count
  ["2027-03-31", [87], "outside"],
  ["2027-04-01", [87], "over"],
] as const)("on %s with %j it is %s", (today, values, status) => {
  const points = values.map((value, n) => ({ on: `2027-0${n + 1}-01`, value }));
  expect(dipStatus(dip, measure, points, today).status).toBe(status);
});

test("what several experiments allow one figure at the same time is added up", () => {
  const other = { ...dip, experimentId: "x", title: "Advice first", worstValue: 85 };
  const steady = series(Array.from({ length: 12 }, () => 90));
  expect(addedUp(dip, [other], measure, steady)).toMatchObject({
    worstValue: 83,
    sentence: "2 experiments expect this figure to dip at the same time. Together they could take it to 83%.",
  });
  expect(addedUp(dip, [{ ...other, fromOn: "2027-04-01", endsOn: "2027-05-01" }], measure, steady)).toBeNull();
});

test("the chance never falls when the band gets tighter or the window longer", () => {
  const values = fc.array(fc.double({ min: 50, max: 100, noNaN: true }), { minLength: 6, maxLength: 40 });
  const worst = fc.double({ min: 40, max: 110, noNaN: true });
  fc.assert(
    fc.property(values, worst, worst, (figures, a, b) => {
      const chance = (worstValue: number, endsOn = dip.endsOn) =>
        dipOutlook({ ...dip, worstValue, endsOn }, measure, series(figures)).chance ?? Number.NaN;
      const [looser = a, tighter = b] = [a, b].toSorted((x, y) => x - y);
      expect(chance(tighter)).toBeGreaterThanOrEqual(chance(looser) - 1e-6);
      expect(chance(a, "2027-09-30")).toBeGreaterThanOrEqual(chance(a) - 1e-6);
    }),
  );
  expect(periodsIn(dip, "month")).toEqual(["2027-01-01", "2027-02-01", "2027-03-01"]);
});

test("on a short page the chance is said in fewer words, without what it takes for granted", () => {
  const outlook = dipOutlook(dip, measure, year);
  expect(outlook.inShort).toHaveLength(2);
  expect(outlook.inShort[1]).toMatch(/^Ordinary variation alone may break it: \d+ chances in 100\.$/);
  expect(dipOutlook({ ...dip, worstValue: 10 }, measure, year).inShort[1]).toBe(
    "Ordinary variation will hardly break it.",
  );
});
