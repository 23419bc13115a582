import { expect, test } from "vitest";
import { untilEndOf } from "@/server/format";
import { differences } from "./difference";

const terms = {
  ...{ problem: "The queue", predictionBecause: "", measures: [] },
  ...{ changeIdea: "Matron first", place: "Marrowdale", prediction: "Fewer admissions" },
  ...{ riskOfNotTrying: "People lie waiting", reversible: true },
  ...{ takingPart: [], team: [], risks: [], expectedDips: [], stopRules: [] },
};
const first = { ...terms, fromOn: "2027-01-04", endsOn: "2027-03-31", whyLonger: "It snowed" };

test("another reason for longer is shown, and that one was given or not is none of the words", () => {
  expect(differences(first, { ...first, whyLonger: "It thawed" })).toEqual([
    { part: "Why longer", before: "It snowed", now: "It thawed" },
  ]);
  expect(differences(first, terms)).toEqual([]);
  expect(differences({ ...first, whyLonger: undefined }, first)).toEqual([]);
});

test("days are shown where both have them, and what is new or gone has one side", () => {
  const rule = { id: "s", kind: "safety" as const, words: "1 serious miss", onMeasure: null };
  expect(differences(first, { ...first, endsOn: "2027-04-30", stopRules: [rule] })).toEqual([
    {
      part: "When",
      before: `From 4 January 2027 ${untilEndOf("2027-03-31")}`,
      now: `From 4 January 2027 ${untilEndOf("2027-04-30")}`,
    },
    { part: "A rule", before: "", now: "They stop if\n1 serious miss" },
  ]);
});
