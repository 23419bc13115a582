import { expect, test } from "vitest";
import { asideInWords, chooseColumns } from "./columns";

const england = ["period", "attendances", "breaches", "admissions"];
const percentage = { counting: "percentage", direction: "down" } as const;
const within = { counting: "percentage", direction: "up" } as const;
const count = { counting: "count", direction: "down" } as const;
const single = { oneContributor: true };
const several = { oneContributor: false };

test("usual names need not be said", () => {
  const columns = chooseColumns(["Month starting", "Org code", "breaches", "attendances"], percentage, {}, several);
  expect([columns.period.words, columns.contributor?.words]).toEqual(["Month starting", "Org code"]);
  expect([columns.figures.numerator?.from, columns.figures.denominator?.from]).toEqual([2, 3]);
  expect(chooseColumns(england, percentage, {}, single)).toMatchObject({ contributor: null, aside: ["admissions"] });
});

test("where two could be meant, or none, the flag is asked for", () => {
  expect(() => chooseColumns(["date", "month", "org", "value"], count, {}, several)).toThrow(
    '"date" and "month" could each be the period. Say which: --period-column "date".',
  );
  expect(() => chooseColumns(["period", "value"], count, {}, several)).toThrow("--contributor <code>");
  expect(() => chooseColumns(["period", "org", "beds"], count, {}, several)).toThrow(
    'Say which column is the value: --value-column. The file has "period", "org" and "beds".',
  );
  expect(() => chooseColumns(["period", "beds"], count, { value: "bed" }, single)).toThrow('has no column "bed"');
  expect(() => chooseColumns(england, percentage, { value: "breaches" }, single)).toThrow(
    "takes numerator and denominator",
  );
});

test("breaches are never taken for what went well; a difference of two columns says it", () => {
  expect(() => chooseColumns(england, within, {}, single)).toThrow(
    'One column less another works too: "attendances - breaches"',
  );
  const { figures } = chooseColumns(england, within, { numerator: "attendances - breaches" }, single);
  expect(figures.numerator).toEqual({ words: "attendances - breaches", from: 1, less: 2 });
  expect(() => chooseColumns(england, within, { numerator: "attendances - waits" }, single)).toThrow(
    'no column "waits"',
  );
  const odd = ["period", "a - b", "total"];
  expect(chooseColumns(odd, within, { numerator: "a - b" }, single).figures.numerator).toMatchObject({
    from: 1,
    less: null,
  });
});

test("columns that are not read are named, forecasts and colours as what they are", () => {
  expect(asideInWords(["admissions", "RAG status", "plan_2027"])).toEqual([
    'Not read: "admissions".',
    'Dropped: "RAG status" and "plan_2027". Leeway keeps results, no forecasts, trajectories or colours.',
  ]);
  expect(asideInWords([])).toEqual([]);
});
