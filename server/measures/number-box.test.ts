import { expect, test } from "vitest";
import { gridChecks, numberBoxChecks } from "./number-box";

const part = { organisationId: "5e1a0f2c-6f0b-4d0e-9f3a-2a7b9c1d4e60", periodOn: "2026-05-04" };
type Checks = ReturnType<typeof numberBoxChecks>;
const check = (checks: Checks, sent: object) => checks["~standard"].validate({ ...part, ...sent });
const problems = (checks: Checks, sent: object) => {
  const checked = check(checks, sent);
  return "issues" in checked ? checked.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) : [];
};
const checkedValue = (checks: Checks, sent: object) => {
  const checked = check(checks, sent);
  return "value" in checked ? checked.value : checked.issues;
};

test("the number box asks why only where a figure is replaced", () => {
  const [fresh, corrects] = [false, true].map((it) => numberBoxChecks("count", { corrects: it }));
  if (!fresh || !corrects) throw new Error("no checks");
  expect(problems(fresh, { value: 3 })).toEqual([]);
  expect(problems(fresh, { value: 3, reason: "" })).toEqual([]); // the reason box was shown for another period
  expect(problems(corrects, { value: 3, version: 1, reason: " " })).toEqual([
    "reason: Say why it is corrected. A few words are enough",
  ]);
  expect(problems(corrects, { version: 1, reason: "Counted again" })).toEqual([
    "value: Enter the result as a number. If it was none, enter 0",
  ]);
  expect(checkedValue(fresh, { value: 3, version: 1, reason: "left over" })).toEqual({ ...part, value: 3 });
  expect(checkedValue(corrects, { value: 3, version: 1, reason: "Counted again" })).toMatchObject({ version: 1 });
});

test("a grid without a row is one with none", () => {
  expect(gridChecks["~standard"].validate({})).toEqual({ value: { rows: {} } });
  const rows = { a: { value: 3 } };
  expect(gridChecks["~standard"].validate({ rows })).toEqual({ value: { rows } });
});
