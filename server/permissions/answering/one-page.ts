import { pluralise, untilEndOf, withFullStop } from "@/server/format";
import { amount } from "@/server/measures/figures";
import type { Terms } from "@/server/permissions/terms/terms";
import { riskBand, riskScore } from "@/server/risks/score";

/** What a leader is asked, as plain data: a request that was sent, or one that a team still writes. */
export type PermissionAsk = {
  requestedBy: string;
  terms: Omit<Terms, "fromOn" | "endsOn"> & { fromOn?: string | null; endsOn?: string | null };
  /** What bothers the team, and why it should work. */
  problem: string;
  because: string;
  /** What the past of each figure says of its dip, by the dip's id. */
  outlooks: ReadonlyMap<string, readonly string[]>;
  /** Who else must say yes, and where that stands. */
  others: readonly { who: string; says: string; yes: boolean }[];
  /** What the leader would promise in return. */
  promise: string;
};

export type OnePage = {
  lead: string;
  /** What they would try. */
  idea: string;
  sections: { term: string; lines: { strong?: string; text: string }[] }[];
  /** How many of the team's texts are too long for this page: they stand in the exact words only. */
  folded: number;
  words: number;
};

export type PageLimit = {
  /** The most words, where others stand on the page too. */
  most?: number;
  /** Only what a yes is said to: for the page on which it is said. */
  termsOnly?: boolean;
};

/** A leader reads this many words in 90 seconds, standing. */
export const wordsOnOnePage = 250;
const mostRisks = 3;
const elsewhere = "Read it in the exact words.";
const mostNamed = 3;
const ifYes = "If you say yes, you promise";
const besidesTerms = new Set(["Why", "Who else must say yes", ifYes]);

export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/**
 * The ask on one page. A text of the team is shown whole or not at all: from what weighs most to what weighs least, each
 * is shown while the page keeps to its words; what does not fit stands in the exact words, one press away.
 */
export function onePage(asked: PermissionAsk, { most = wordsOnOnePage, termsOnly = false }: PageLimit = {}): OnePage {
  const keys = fromWeightiest(asked);
  const aside = new Set(keys);
  let page = written(asked, aside, termsOnly);
  for (const key of keys) {
    aside.delete(key);
    const fuller = written(asked, aside, termsOnly);
    if (fuller.words <= Math.max(most, page.words)) page = fuller;
    else aside.add(key);
  }
  return page;
}

/** The texts of the team by key: first what a leader cannot do without. */
function fromWeightiest({ terms, problem, because, promise }: PermissionAsk): string[] {
  const risks = biggest(terms.risks);
  const texts: [key: string, text: string][] = [
    ["promise", promise],
    ["idea", terms.changeIdea],
    ["place", terms.place],
    ...risks.map((risk): [string, string] => [`harm ${risk.id}`, risk.harm]),
    ...terms.expectedDips.map((dip): [string, string] => [dip.id, dip.measure.name]),
    ["notTrying", terms.riskOfNotTrying],
    ...terms.stopRules.map((rule): [string, string] => [rule.id, rule.words]),
    ...risks.map((risk): [string, string] => [`reduced ${risk.id}`, risk.controls]),
    ["problem", problem],
    ["prediction", `${terms.prediction}${because}`],
  ];
  return texts.filter(([, text]) => text.trim() !== "").map(([key]) => key);
}

const biggest = (risks: Terms["risks"]) =>
  risks.toSorted((a, b) => riskScore(b) - riskScore(a) || (a.id < b.id ? -1 : 1)).slice(0, mostRisks);

function written(asked: PermissionAsk, aside: ReadonlySet<string>, termsOnly: boolean): OnePage {
  const { terms, problem, because, requestedBy, outlooks, others, promise } = asked;
  const shown = (key: string, text: string, instead = "") => (aside.has(key) ? instead : text.trim());
  const place = shown("place", terms.place);
  const until = terms.endsOn ? untilEndOf(terms.endsOn) : "until a day still to be chosen";
  const lead = `${requestedBy} asks to try this ${until}${place && `, at ${place}`}:`;
  const sections: OnePage["sections"] = [];
  const section = (term: string, lines: OnePage["sections"][number]["lines"]) => {
    const said = lines.filter(({ strong = "", text }) => text !== "" || strong !== "");
    if (said.length > 0 && !(termsOnly && besidesTerms.has(term))) sections.push({ term, lines: said });
  };
  const more = (count: number, one: string) => ({
    text: count > 0 ? `And ${pluralise(count, one)} in the exact words.` : "",
  });

  const expected = [terms.prediction, because].map(withoutStop).filter(Boolean).join(", because ");
  const expects = withFullStop(`They expect: ${expected}`);
  section("Why", [
    { text: shown("problem", problem, elsewhere) },
    { text: terms.prediction.trim() && shown("prediction", expects) },
  ]);
  const risks = biggest(terms.risks);
  section(terms.risks.length > risks.length ? `${risks.length} biggest risks` : "Risks", [
    ...risks.map((risk) => ({
      strong: `${riskScore(risk)}, ${riskBand(riskScore(risk))}.`,
      text: [
        shown(`harm ${risk.id}`, withFullStop(risk.harm), elsewhere),
        risk.controls.trim() && shown(`reduced ${risk.id}`, `Reduced by: ${withFullStop(risk.controls)}`),
      ]
        .join(" ")
        .trim(),
    })),
    more(terms.risks.length - risks.length, "risk"),
  ]);
  section("Risk of not trying", [
    { text: shown("notTrying", terms.riskOfNotTrying, terms.riskOfNotTrying && elsewhere) },
  ]);
  const dips = terms.expectedDips.filter((dip) => !aside.has(dip.id));
  section("Expected dip", [
    ...dips.map((dip) => ({
      strong: `${dip.measure.name}: as far as ${amount(dip.worstValue, { unit: dip.unit, decimals: 1 })}, ${untilEndOf(dip.endsOn)}.`,
      text: (!termsOnly && outlooks.get(dip.id)?.join(" ")) || "",
    })),
    more(terms.expectedDips.length - dips.length, "dip"),
    { text: terms.expectedDips.length === 0 ? "None." : "" },
  ]);
  for (const [term, kind] of [
    ["They stop if", "safety"],
    ["They talk if", "talk"],
  ] as const) {
    const all = terms.stopRules.filter((rule) => rule.kind === kind);
    const short = all.filter((rule) => !aside.has(rule.id));
    const line = short.map((rule) => withoutStop(rule.words)).join("; ");
    section(term, [{ text: line && `${line}.` }, more(all.length - short.length, "rule")]);
  }
  section("Who else must say yes", othersInWords(others));
  section(ifYes, [{ text: shown("promise", promise, elsewhere) }]);
  const page = { lead, idea: shown("idea", terms.changeIdea, elsewhere), sections, folded: aside.size };
  const all = [
    page.lead,
    page.idea,
    ...sections.flatMap(({ term, lines }) => [term, ...lines.flatMap(({ strong = "", text }) => [strong, text])]),
  ];
  return { ...page, words: countWords(all.join(" ")) };
}

function othersInWords(others: PermissionAsk["others"]) {
  if (others.length <= mostNamed) return others.map(({ who, says }) => ({ strong: `${who}:`, text: says }));
  const yes = others.filter((other) => other.yes).length;
  return [{ text: `${others.length} others: ${yes} said yes, ${others.length - yes} not yet.` }];
}

const withoutStop = (text: string) => text.trim().replace(/[.;,]+$/, "");
