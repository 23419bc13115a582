import fc from "fast-check";
import { expect, test } from "vitest";
import { untilEndOf } from "@/server/format";
import { countWords, onePage, type PermissionAsk } from "./one-page";
import { promiseToBeginWith } from "./promise";

const party = (id: string) => ({ id, name: id });
const risk = (id: string, score: number, harm = `Harm ${id} happens`, controls = `Guard ${id}`) => ({
  ...{ id, harm, controls, consequence: score, likelihood: 2, whoIsAffected: "People", earlyWarning: "A sign" },
  ...{ domain: "quality and safety" as const, carriedBy: [party("OCH")] },
});
const terms: PermissionAsk["terms"] = {
  changeIdea: "Crews leave at 30 minutes, whatever.",
  place: "The front door",
  prediction: "Handovers are shorter.",
  takingPart: [party("OCH")],
  team: [party("Pritam")],
  risks: [risk("a", 1), risk("b", 5), risk("c", 2), risk("d", 3)],
  riskOfNotTrying: "People wait in the street.",
  expectedDips: [
    {
      ...{ id: "dip", measure: party("4-hour figure"), unit: "%", worstValue: 60, carriedBy: [party("OCH")] },
      ...{ fromOn: "2027-01-01", endsOn: "2027-01-31" },
    },
  ],
  stopRules: [
    { id: "1", kind: "safety", words: "Below 60% 2 weeks running" },
    { id: "2", kind: "talk", words: "1 fall." },
  ],
  fromOn: "2027-01-01",
  endsOn: "2027-03-31",
};
const ask: PermissionAsk = {
  requestedBy: "Pritam Sehlawat",
  terms,
  problem: "Crews queue.",
  because: "the risk is shared",
  outlooks: new Map([["dip", ["3 of the last 12 weeks were below 60%: ordinary variation will break this."]]]),
  others: [{ who: "OCH", says: "has said yes.", yes: true }],
  promise: promiseToBeginWith(terms),
};
const sectionsOf = (page: ReturnType<typeof onePage>) =>
  Object.fromEntries(
    page.sections.map(({ term, lines }) => [term, lines.map(({ strong = "", text }) => `${strong} ${text}`.trim())]),
  );

test("a short ask stands whole on the page: the 3 biggest risks first, with score, word and what reduces them", () => {
  const page = onePage(ask);
  expect(page.lead).toBe(`Pritam Sehlawat asks to try this ${untilEndOf("2027-03-31")}, at The front door:`);
  expect(page.folded).toBe(0);
  expect(sectionsOf(page)).toEqual({
    Why: ["Crews queue.", "They expect: Handovers are shorter, because the risk is shared."],
    "3 biggest risks": [
      "10, high. Harm b happens. Reduced by: Guard b.",
      "6, moderate. Harm d happens. Reduced by: Guard d.",
      "4, moderate. Harm c happens. Reduced by: Guard c.",
      "And 1 risk in the exact words.",
    ],
    "Risk of not trying": ["People wait in the street."],
    "Expected dip": [
      `4-hour figure: as far as 60%, ${untilEndOf("2027-01-31")}. 3 of the last 12 weeks were below 60%: ordinary variation will break this.`,
    ],
    "They stop if": ["Below 60% 2 weeks running."],
    "They talk if": ["1 fall."],
    "Who else must say yes": ["OCH: has said yes."],
    "If you say yes, you promise": [
      'If "4-hour figure" dips as agreed, I explain it. Nobody will be asked for a recovery plan.',
    ],
  });
});

test("a request that is still being written says which day is missing", () => {
  const page = onePage({ ...ask, terms: { ...terms, endsOn: null, place: " ", expectedDips: [] } });
  expect(page.lead).toBe("Pritam Sehlawat asks to try this until a day still to be chosen:");
  expect(sectionsOf(page)["Expected dip"]).toEqual(["None."]);
});

test("a yes is said to the terms: risks, dip and rules, without what stands around them", () => {
  const page = sectionsOf(onePage(ask, { termsOnly: true }));
  expect(Object.keys(page)).toEqual([
    "3 biggest risks",
    "Risk of not trying",
    "Expected dip",
    "They stop if",
    "They talk if",
  ]);
  expect(page["Expected dip"]).toEqual([`4-hour figure: as far as 60%, ${untilEndOf("2027-01-31")}.`]);
});

const many = (count: number, word: string) => Array.from({ length: count }, () => word).join(" ");

test("what weighs least stands aside first; what could go wrong is never cut", () => {
  const page = onePage({
    ...ask,
    problem: many(300, "long"),
    terms: { ...terms, riskOfNotTrying: many(60, "long") },
  });
  expect(page.folded).toBe(1);
  expect(sectionsOf(page).Why).toEqual([
    "Read it in the exact words.",
    "They expect: Handovers are shorter, because the risk is shared.",
  ]);
  expect(sectionsOf(page)["Risk of not trying"]).toEqual([many(60, "long")]);
  const harm = many(110, "harm");
  const worse = onePage({ ...ask, problem: many(100, "long"), terms: { ...terms, risks: [risk("a", 5, harm)] } });
  expect(sectionsOf(worse).Risks?.[0]).toContain(harm);
  expect(sectionsOf(worse).Why).not.toContain(many(100, "long"));
  expect(worse.idea).toBe(terms.changeIdea);
});

test("however long-winded a team is, the page keeps to its words, and each harm is there whole or not at all", () => {
  const text = fc.integer({ min: 0, max: 400 }).map((count) => many(count, "word"));
  const longTerms = fc.record({
    ...{ changeIdea: text, place: text, prediction: text, riskOfNotTrying: text },
    risks: fc.array(fc.record({ harm: text, controls: text }), { maxLength: 6 }),
    rules: fc.array(text, { maxLength: 12 }),
  });
  fc.assert(
    fc.property(longTerms, text, ({ risks, rules, ...rest }, problem) => {
      const long = {
        ...{ ...terms, ...rest },
        risks: risks.map(({ harm, controls }, n) => risk(String(n), 3, `${n} ${harm}`, controls)),
        stopRules: rules.map((words, n) => ({ id: `rule ${n}`, kind: "safety", words })),
      };
      const page = onePage({ ...ask, problem, terms: long });
      expect(page.words).toBeLessThanOrEqual(250);
      const lines = page.sections.flatMap((section) => section.lines.map((line) => line.text));
      for (const { harm } of long.risks) {
        const counted = countWords(harm);
        const begun = lines.find((line) => counted > 3 && line.startsWith(harm.split(" ").slice(0, 3).join(" ")));
        if (begun) expect(begun).toContain(harm);
      }
    }),
  );
});
