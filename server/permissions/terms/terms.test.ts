import fc from "fast-check";
import { expect, test } from "vitest";
import { hashMaterial, hashTerms, type Terms } from "./terms";

const och = { id: "b", name: "Ostlebeck Community Health" };
const nla = { id: "a", name: "North Larch Ambulance" };
const risk = {
  id: "r1",
  harm: "A fall",
  whoIsAffected: "People at home",
  domain: "people" as const,
  consequence: 4,
  likelihood: 2,
};
const terms: Terms = {
  ...{ problem: "People wait", predictionBecause: "" },
  ...{
    changeIdea: "Matron first",
    place: "Marrowdale",
    prediction: "Fewer admissions",
    riskOfNotTrying: "People lie waiting",
  },
  takingPart: [och, nla],
  team: [{ id: "c", name: "Callum" }],
  risks: [
    { ...risk, controls: "A call", earlyWarning: "A bruise", carriedBy: [och, nla] },
    { ...risk, id: "r2", harm: "A delay", controls: "A list", earlyWarning: "A call", carriedBy: [nla] },
  ],
  expectedDips: [
    {
      id: "d",
      measure: { id: "m", name: "2-hour visits" },
      unit: "%",
      fromOn: "2026-05-18",
      endsOn: "2026-07-31",
      worstValue: 65,
      carriedBy: [och],
    },
  ],
  stopRules: [{ id: "s", kind: "safety", words: "1 serious miss", onMeasure: null }],
  measures: [],
  ...{ fromOn: "2026-05-18", endsOn: "2026-11-30" },
};

const change = (changes: Partial<Terms>) => ({ ...terms, ...changes });
const [first, second] = terms.risks as [Terms["risks"][number], Terms["risks"][number]];
const [dip] = terms.expectedDips as [Terms["expectedDips"][number]];

test.each<[string, Terms, { words: boolean; material: boolean }]>([
  ["the change idea", change({ changeIdea: "Something else" }), { words: true, material: true }],
  ["where", change({ place: "Ashlode" }), { words: true, material: true }],
  ["who takes part", change({ takingPart: [och] }), { words: true, material: true }],
  ["who is on the team", change({ team: [] }), { words: true, material: false }],
  ["a risk's harm", change({ risks: [{ ...first, harm: "Two falls" }, second] }), { words: true, material: true }],
  ["a risk's score", change({ risks: [{ ...first, likelihood: 3 }, second] }), { words: true, material: true }],
  ["who carries a risk", change({ risks: [{ ...first, carriedBy: [och] }, second] }), { words: true, material: true }],
  ["a risk taken off", change({ risks: [first] }), { words: true, material: true }],
  ["how far a figure may dip", change({ expectedDips: [{ ...dip, worstValue: 60 }] }), { words: true, material: true }],
  [
    "until when it may dip",
    change({ expectedDips: [{ ...dip, endsOn: "2026-08-31" }] }),
    { words: true, material: true },
  ],
  ["a stop rule", change({ stopRules: [] }), { words: true, material: true }],
  ["the dates asked for", change({ endsOn: "2027-03-31" }), { words: true, material: false }],
  ["the prediction", change({ prediction: "More" }), { words: true, material: false }],
  ["a corrected name", change({ takingPart: [{ ...och, name: "Ostlebeck" }, nla] }), { words: true, material: false }],
])("a change of %s", (_, changed, expected) => {
  expect({
    words: hashTerms(changed) !== hashTerms(terms),
    material: hashMaterial(changed) !== hashMaterial(terms),
  }).toEqual(expected);
});

test("the order in which rows come changes nothing", () => {
  const shuffled = fc.record({
    takingPart: fc.shuffledSubarray(terms.takingPart, { minLength: 2 }),
    risks: fc.shuffledSubarray(terms.risks, { minLength: 2 }),
  });
  fc.assert(
    fc.property(shuffled, (order) => {
      expect(hashTerms(change(order))).toBe(hashTerms(terms));
      expect(hashMaterial(change(order))).toBe(hashMaterial(terms));
    }),
  );
});
