import { expect, test } from "vitest";
import { answerInput } from "@/server/permissions/answering/input";
import { conditionsOf, differsFromAsked } from "./conditions";

const dipId = "00000000-0000-4000-8000-000000000001";
const asked = {
  endsOn: "2027-03-31",
  expectedDips: [
    {
      ...{ id: dipId, measure: { id: "m", name: "4-hour figure" }, unit: "%", worstValue: 60, carriedBy: [] },
      ...{ fromOn: "2027-01-01", endsOn: "2027-01-31" },
    },
  ],
};

test("what a yes changes is said beside what was asked", () => {
  expect(differsFromAsked(asked, { endsOn: "2027-02-28", tighterDips: [{ dipId, worstValue: 63 }] })).toEqual([
    "Until the end of 28 February 2027, not 31 March 2027.",
    "4-hour figure: as far as 63%, not 60%.",
  ]);
  expect(differsFromAsked(asked, { endsOn: null, tighterDips: null })).toEqual([]);
});

test("a dip left as it is is no condition, and no other answer has any", () => {
  const tighterDips = [{ dipId, worstValue: undefined }];
  const endsOn = "2027-02-28";
  expect(conditionsOf({ answer: "yes with conditions", endsOn, tighterDips })).toEqual({ endsOn });
  expect(conditionsOf({ answer: "yes", endsOn, tighterDips })).toEqual({});
});

test("a yes with conditions says at least 1", () => {
  const answer = { requestId: dipId, organisationId: dipId, answer: "yes with conditions", termsHash: "0".repeat(64) };
  const accepts = (more: object) => answerInput.safeParse({ ...answer, inWords: "", ...more }).success;
  expect(accepts({ tighterDips: [{ dipId }] })).toBe(false);
  expect(accepts({ tighterDips: [{ dipId, worstValue: 63 }] })).toBe(true);
  expect(accepts({ endsOn: "2027-02-28" })).toBe(true);
  expect(accepts({ endsOn: "2027-02-30" })).toBe(false);
});
