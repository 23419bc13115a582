import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/server/days";
import { untilEndOf } from "@/server/format";
import { type Granted, renewalNumber, rowGapDays, whyNotDecideEnd } from "./renewal";

const ending = { id: "request", endsOn: "2027-03-31", renewedBy: null };

test.each([
  ["2027-03-16", `It holds ${untilEndOf("2027-03-31")}. You can renew it from 17 March 2027.`],
  ["2027-03-17", null],
  ["2027-03-31", null],
  ["2027-06-01", null], // also once it has ended
])("on %s the end of 31 March is decided, or it is said from when", (today, sentence) => {
  expect(whyNotDecideEnd(ending, today, false)).toBe(sentence);
});

test("nothing is decided where nothing was given, where it was asked for already, or after the experiment", () => {
  expect(whyNotDecideEnd(undefined, "2027-03-31", false)).toMatch("nothing to renew");
  expect(whyNotDecideEnd({ ...ending, renewedBy: "later" }, "2027-03-31", false)).toMatch("asked for longer already");
  expect(whyNotDecideEnd(ending, "2027-03-31", true)).toMatch("What comes next is a new experiment");
});

/** Permissions one after the other: how long each, and how many days before the next (less than 1: an overlap). */
const step = fc.record({ days: fc.integer({ min: 15, max: 90 }), gap: fc.integer({ min: -10, max: rowGapDays }) });
const inARow = (steps: { days: number; gap: number }[]) => {
  const row: Granted[] = [];
  let fromOn = "2027-01-01";
  for (const [index, { days, gap }] of steps.entries()) {
    const endsOn = addDays(fromOn, days);
    row.push({ requestId: String(index), organisationId: "och", fromOn, endsOn });
    fromOn = addDays(endsOn, gap);
  }
  return { row, next: { fromOn, endsOn: addDays(fromOn, 30) } };
};

test("I4: permissions in a row count as renewals, linked or not, in whichever order they are read", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), fc.func(fc.integer()), (steps, order) => {
      const { row, next } = inARow(steps);
      const mixed = row.toSorted((a, b) => order(a) - order(b));
      expect(renewalNumber(mixed, ["och"], next)).toBe(steps.length);
      expect(renewalNumber(mixed, ["nla", "och"], next)).toBe(steps.length); // the carrier who gave the most
      expect(renewalNumber(mixed, ["nla"], next)).toBe(0);
    }),
  );
});

test("I4: asking again within the days that were given counts nothing, a pause of 14 days begins anew", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      const { row } = inARow(steps);
      const last = row.at(-1) as Granted;
      expect(renewalNumber([...row, { ...last, requestId: "again" }], ["och"], last)).toBe(row.length - 1);
      const after = (days: number) => ({ fromOn: addDays(last.endsOn, days), endsOn: "2099-01-01" });
      expect(renewalNumber(row, ["och"], after(rowGapDays))).toBe(row.length);
      expect(renewalNumber(row, ["och"], after(rowGapDays + 1))).toBe(0);
    }),
  );
});
