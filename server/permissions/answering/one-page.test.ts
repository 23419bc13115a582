import { expect, test } from "vitest";
import { untilEndOf } from "@/server/format";
import { onePage, type PermissionAsk } from "./one-page";
import { promiseToBeginWith } from "./promise";

const party = (id: string) => ({ id, name: id });
const risk = (id: string, score: number, harm = `Harm ${id} happens`, controls = `Guard ${id}`) => ({
  ...{ id, harm, controls, consequence: score, likelihood: 2, whoIsAffected: "People", earlyWarning: "A sign" },
  ...{ domain: "quality and safety" as const, carriedBy: [party("OCH")] },
});
const terms: PermissionAsk["terms"] = {
  problem: "Crews queue.",
  predictionBecause: "the risk is shared",
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
    {
      ...{ id: "1", kind: "safety", words: "When the whole floor feels it" },
      onMeasure: {
        ...{ measure: party("4-hour figure"), unit: "%", rhythm: "week" },
        ...{ metWhen: "below", threshold: 60, periodsRunning: 2 },
      },
    },
    { id: "2", kind: "talk", words: "1 fall.", onMeasure: null },
  ],
  measures: [
    {
      ...{ ...party("4-hour figure"), role: "balancing", operationalDefinition: "All who left within 4 hours" },
      ...{ unit: "%", direction: "up", rhythm: "week", counting: "percentage" },
      contributors: [
        { ...party("OCH"), endsOn: null },
        { ...party("NLA"), endsOn: "2027-02-28" },
      ],
    },
  ],
  fromOn: "2027-01-01",
  endsOn: "2027-03-31",
};
const ask: PermissionAsk = {
  requestedBy: "Pritam Sehlawat",
  terms,
  outlooks: new Map([["dip", ["3 of the last 12 weeks were below 60%: ordinary variation will break this."]]]),
  others: [{ who: "OCH", says: "has said yes.", yes: true }],
  promise: promiseToBeginWith(terms),
};
const sectionsOf = (page: ReturnType<typeof onePage>) =>
  Object.fromEntries(
    page.sections.map(({ term, lines }) => [term, lines.map(({ strong = "", text }) => `${strong} ${text}`.trim())]),
  );

const second = (guard: string) =>
  `Reduced by: Guard ${guard}. To whom: People. It touches: Quality and safety. First sign: A sign. Carried by OCH.`;

test("I7: an ask stands whole on the page: every risk, highest first, and all that decides", () => {
  const page = onePage(ask);
  expect(page.lead).toBe(
    `Pritam Sehlawat asks to try this ${untilEndOf("2027-03-31")}, from 1 January 2027 on, at The front door:`,
  );
  expect(sectionsOf(page)).toEqual({
    Why: ["Crews queue.", "They expect: Handovers are shorter, because the risk is shared."],
    "4 risks": [
      ...["A: 10, high. Harm b happens. (5 × 2)", second("b"), "B: 6, moderate. Harm d happens. (3 × 2)", second("d")],
      ...["C: 4, moderate. Harm c happens. (2 × 2)", second("c"), "D: 2, low. Harm a happens. (1 × 2)", second("a")],
    ],
    "Can it be undone?": ["They have not said."],
    "Risk of not trying": ["People wait in the street."],
    "Expected dip": [
      `4-hour figure: as far as 60%, from 1 January 2027 ${untilEndOf("2027-01-31")}. Carried by OCH. 3 of the last 12 weeks were below 60%: ordinary variation will break this.`,
    ],
    "They stop if": ["4-hour figure: below 60%, 2 weeks running.", 'The team\'s note: "When the whole floor feels it"'],
    "They talk if": ["1 fall."],
    "What they measure": [
      `4-hour figure, balancing. All who left within 4 hours. In %, higher is better, every week, a percentage. Brought by NLA ${untilEndOf("2027-02-28")} and OCH.`,
    ],
    "Taking part": ["OCH"],
    "The team": ["Pritam"],
    "Who else must say yes": ["OCH: has said yes."],
    "If you say yes, you promise": [
      'If "4-hour figure" dips as agreed, I explain it. Nobody will be asked for a recovery plan.',
    ],
  });
});

test("a request that is still being written says which day is missing", () => {
  const page = onePage({ ...ask, terms: { ...terms, endsOn: null, place: " ", expectedDips: [], stopRules: [] } });
  expect(page.lead).toBe("Pritam Sehlawat asks to try this until a day still to be chosen, from 1 January 2027 on:");
  expect(sectionsOf(page)).toMatchObject({ "Expected dip": ["None."], "They stop if": ["No rule is set."] });
});

test("a yes is said to all that is agreed, without the reasons and what stands around it", () => {
  expect(onePage(ask).sections[1]?.onGrid?.map(({ letter, id }) => `${letter} ${id}`)).toEqual([
    "A b",
    "B d",
    "C c",
    "D a",
  ]);
  const page = sectionsOf(onePage(ask, { onlyWhatIsAgreed: true }));
  expect(page["4 risks"]?.[0]).toBe("10, high. Harm b happens. (5 × 2)");
  expect(Object.keys(page)).toEqual([
    ...["4 risks", "Can it be undone?", "Risk of not trying", "Expected dip", "They stop if", "They talk if"],
    ...["What they measure", "Taking part", "The team"],
  ]);
});

test("I7: however long-winded a team is, nothing that decides is folded away", () => {
  const long = Array.from({ length: 400 }, () => "word").join(" ");
  const risks = Array.from({ length: 6 }, (_, n) => risk(String(n), 3, `${n} ${long}`, `${n} guard ${long}`));
  const page = onePage({ ...ask, terms: { ...terms, problem: long, riskOfNotTrying: long, risks } });
  const lines = page.sections.flatMap((section) => section.lines.map((line) => line.text)).join("\n");
  for (const { harm, controls } of risks) expect(lines.includes(harm) && lines.includes(controls)).toBe(true);
});
