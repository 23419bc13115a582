import { noteOnRule, stopRuleInWords } from "@/server/dips/stop-rule-in-words";
import { dayInWords, listInWords, untilEndOf, withFullStop } from "@/server/format";
import { exactAmount } from "@/server/measures/figures";
import { measureInWords } from "@/server/permissions/terms/measure-in-words";
import type { Party, Terms } from "@/server/permissions/terms/terms";
import { lettered } from "@/server/risks/letters";
import { riskBand, riskScore } from "@/server/risks/score";
import { otherFieldsInWords } from "@/server/risks/words";

/** The content of a request for permission, sent or still a draft. */
export type PermissionAsk = {
  requestedBy: string;
  terms: Omit<Terms, "fromOn" | "endsOn"> & { fromOn?: string | null; endsOn?: string | null };
  /** Sentences comparing each dip with the measure's past results, by dip id. */
  outlooks: ReadonlyMap<string, readonly string[]>;
  /** Who else must say yes, and their status. */
  others: readonly { who: string; says: string; yes: boolean }[];
  /** What the leader would promise in return. */
  promise: string;
};

type Line = { strong?: string; text: string };
type Risk = Terms["risks"][number] & { letter: string };
type Section = { term: string; lines: Line[]; onGrid?: Risk[] };
export type OnePage = {
  lead: string;
  /** The change idea. */
  idea: string;
  sections: Section[];
};

/**
 * The request on one page. Everything of the terms stands on it whole, however long a team writes: a yes is said to exactly
 * this. It is quick to read by its order, what weighs most first, and by a picture of the risks.
 * @param onlyWhatIsAgreed leaves out the reasons, the past of the figures, the others, the promise and the picture, for the page on which the answer is given
 */
export function onePage(ask: PermissionAsk, { onlyWhatIsAgreed = false } = {}): OnePage {
  const { terms, requestedBy, others, promise } = ask;
  const { fromOn, endsOn } = terms;
  const until = endsOn ? untilEndOf(endsOn) : "until a day still to be chosen";
  const from = fromOn ? `, from ${dayInWords(fromOn)} on` : "";
  const place = terms.place.trim() && `, at ${terms.place.trim()}`;
  const sections = [
    ...(onlyWhatIsAgreed ? [] : reasons(terms)),
    ...whatIsAgreed(terms, onlyWhatIsAgreed ? null : ask.outlooks),
    ...(onlyWhatIsAgreed
      ? []
      : [
          { term: "Who else must say yes", lines: othersInWords(others) },
          { term: "If you say yes, you promise", lines: [{ text: promise }] },
        ]),
  ];
  return {
    lead: `${requestedBy} asks to try this ${until}${from}${place}:`,
    idea: terms.changeIdea.trim(),
    sections: sections.flatMap((section) => {
      const filled = section.lines.filter(({ strong = "", text }) => text.trim() !== "" || strong !== "");
      return filled.length > 0 ? [{ ...section, lines: filled }] : [];
    }),
  };
}

function reasons({ problem, prediction, predictionBecause, whyLonger = "" }: PermissionAsk["terms"]): Section[] {
  const expected = [prediction, predictionBecause].map(withoutStop).filter(Boolean).join(", because ");
  return [
    { term: "Why longer", lines: [{ text: whyLonger.trim() }] },
    {
      term: "Why",
      lines: [{ text: problem.trim() }, { text: expected && withFullStop(`They expect: ${expected}`) }],
    },
  ];
}

/** @param outlooks null where no picture and nothing of the past is shown */
function whatIsAgreed(terms: PermissionAsk["terms"], outlooks: PermissionAsk["outlooks"] | null): Section[] {
  const risks = lettered(terms.risks);
  const onGrid = outlooks ? risks : [];
  return [
    {
      term: risks.length > 1 ? `${risks.length} risks` : "Risk",
      lines: [
        ...risks.flatMap((risk) => riskInLines(risk, terms.takingPart, onGrid.length > 0)),
        { text: noHarmInWords(terms) },
      ],
      ...(onGrid.length > 0 && { onGrid }),
    },
    { term: "Can it be undone?", lines: [{ text: undoneInWords(terms.reversible) }] },
    { term: "Risk of not trying", lines: [{ text: terms.riskOfNotTrying.trim() }] },
    {
      term: "Expected dip",
      lines:
        terms.expectedDips.length > 0
          ? terms.expectedDips.map((dip) => dipInLine(dip, terms.takingPart, outlooks))
          : [none],
    },
    { term: "They stop if", lines: rulesInLines(terms, "safety") },
    { term: "They talk if", lines: rulesInLines(terms, "talk") },
    {
      term: "What they measure",
      lines: terms.measures.map(measureInWords).map(({ name, meaning }) => ({ strong: `${name}.`, text: meaning })),
    },
    { term: "Taking part", lines: [{ text: names(terms.takingPart) }] },
    { term: "The team", lines: [{ text: names(terms.team) }] },
  ];
}

const none = { text: "None." };
const names = (parties: Party[]) => listInWords(parties.map((party) => party.name).toSorted());

/** "Carried by all who take part." or by whom else. */
function carriersInWords(carriedBy: Party[], takingPart: Party[]): string {
  const who = names(carriedBy);
  return `Carried by ${carriedBy.length > 1 && who === names(takingPart) ? "all who take part" : who}.`;
}

/** The team's word where it wrote no risk; empty where it did not give it. */
export const noHarmInWords = ({ noHarmForeseen }: Pick<Terms, "noHarmForeseen">) =>
  noHarmForeseen ? "The team foresees no harm: 1, low." : "";

export const undoneInWords = (reversible: boolean | null | undefined) =>
  reversible === true ? "Yes, at any time." : reversible === false ? "No." : "They have not said.";

/** The harm with its score, and in a second line whom it would affect, what helps, how it would show and who carries it. */
function riskInLines(risk: Risk, takingPart: Party[], isOnGrid: boolean): Line[] {
  const score = riskScore(risk);
  const rest = otherFieldsInWords(risk, ["harm", "consequence", "likelihood", "controls"]).map(({ term, words }) =>
    withFullStop(`${term}: ${words}`),
  );
  return [
    {
      strong: `${isOnGrid ? `${risk.letter}: ` : ""}${score}, ${riskBand(score)}.`,
      text: `${withFullStop(risk.harm)} (${risk.consequence} × ${risk.likelihood})`,
    },
    {
      text: [
        risk.controls.trim() && withFullStop(`Reduced by: ${risk.controls}`),
        ...rest,
        carriersInWords(risk.carriedBy, takingPart),
      ]
        .filter(Boolean)
        .join(" "),
    },
  ];
}

function dipInLine(
  dip: Terms["expectedDips"][number],
  takingPart: Party[],
  outlooks: PermissionAsk["outlooks"] | null,
): Line {
  const { id, measure, worstValue, unit, fromOn, endsOn, carriedBy } = dip;
  return {
    strong: `${measure.name}: as far as ${exactAmount(worstValue, unit)}, from ${dayInWords(fromOn)} ${untilEndOf(endsOn)}.`,
    text: [carriersInWords(carriedBy, takingPart), ...(outlooks?.get(id) ?? [])].join(" "),
  };
}

function rulesInLines({ stopRules }: PermissionAsk["terms"], kind: "safety" | "talk"): Line[] {
  const rules = stopRules.filter((rule) => rule.kind === kind);
  if (rules.length === 0) return [{ text: kind === "safety" ? "No rule is set." : "" }];
  return rules.flatMap((rule) => [{ text: withFullStop(stopRuleInWords(rule)) }, { text: noteOnRule(rule) }]);
}

const maxNamed = 3;

function othersInWords(others: PermissionAsk["others"]): Line[] {
  if (others.length <= maxNamed) return others.map(({ who, says }) => ({ strong: `${who}:`, text: says }));
  const yes = others.filter((other) => other.yes).length;
  return [{ text: `${others.length} others: ${yes} said yes, ${others.length - yes} not yet.` }];
}

const withoutStop = (text: string) => text.trim().replace(/[.;,]+$/, "");
