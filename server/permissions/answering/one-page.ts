import { pluralise, untilEndOf, withFullStop } from "@/server/format";
import { amount } from "@/server/measures/figures";
import type { Terms } from "@/server/permissions/terms/terms";
import { riskBand, riskScore } from "@/server/risks/score";

/** The content of a request for permission, sent or still a draft. */
export type PermissionAsk = {
  requestedBy: string;
  terms: Omit<Terms, "fromOn" | "endsOn"> & { fromOn?: string | null; endsOn?: string | null };
  /** The problem, and why the change should help. */
  problem: string;
  because: string;
  /** Sentences comparing each dip with the measure's past results, by dip id. */
  outlooks: ReadonlyMap<string, readonly string[]>;
  /** Who else must say yes, and their status. */
  others: readonly { who: string; says: string; yes: boolean }[];
  /** What the leader would promise in return. */
  promise: string;
};

export type OnePage = {
  lead: string;
  /** The change idea. */
  idea: string;
  sections: { term: string; lines: { strong?: string; text: string }[] }[];
  /** Number of the team's texts left out because the page would be too long. */
  folded: number;
  words: number;
};

export type PageLimit = {
  /** Word limit, when other content shares the page. */
  maxWords?: number;
  /** Only the terms that an answer applies to. */
  termsOnly?: boolean;
};

/** About 90 seconds of reading. */
export const wordsOnOnePage = 250;
const maxRisks = 3;
const placeholder = "Read it in the exact words.";
const maxNamed = 3;
const ifYes = "If you say yes, you promise";
const besidesTerms = new Set(["Why", "Who else must say yes", ifYes]);

export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/**
 * The request on one page. The team's texts are added whole, most important first, as long as the page stays within the
 * word limit; a text that does not fit is left to the page with the exact words.
 */
export function onePage(ask: PermissionAsk, { maxWords = wordsOnOnePage, termsOnly = false }: PageLimit = {}): OnePage {
  const keys = keysByImportance(ask);
  const omitted = new Set(keys);
  let page = pageWithout(omitted, ask, termsOnly);
  for (const key of keys) {
    omitted.delete(key);
    const fuller = pageWithout(omitted, ask, termsOnly);
    if (fuller.words <= Math.max(maxWords, page.words)) page = fuller;
    else omitted.add(key);
  }
  return page;
}

/** Keys of the team's texts, most important first. */
function keysByImportance({ terms, problem, because, promise }: PermissionAsk): string[] {
  const risks = highestRisks(terms.risks);
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

const highestRisks = (risks: Terms["risks"]) =>
  risks.toSorted((a, b) => riskScore(b) - riskScore(a) || (a.id < b.id ? -1 : 1)).slice(0, maxRisks);

function pageWithout(omitted: ReadonlySet<string>, ask: PermissionAsk, termsOnly: boolean): OnePage {
  const { terms, problem, because, requestedBy, outlooks, others, promise } = ask;
  const shown = (key: string, text: string, instead = "") => (omitted.has(key) ? instead : text.trim());
  const place = shown("place", terms.place);
  const until = terms.endsOn ? untilEndOf(terms.endsOn) : "until a day still to be chosen";
  const lead = `${requestedBy} asks to try this ${until}${place && `, at ${place}`}:`;
  const sections: OnePage["sections"] = [];
  const section = (term: string, lines: OnePage["sections"][number]["lines"]) => {
    const filled = lines.filter(({ strong = "", text }) => text !== "" || strong !== "");
    if (filled.length > 0 && !(termsOnly && besidesTerms.has(term))) sections.push({ term, lines: filled });
  };
  const more = (count: number, noun: string) => ({
    text: count > 0 ? `And ${pluralise(count, noun)} in the exact words.` : "",
  });

  const expected = [terms.prediction, because].map(withoutStop).filter(Boolean).join(", because ");
  const expects = withFullStop(`They expect: ${expected}`);
  section("Why", [
    { text: shown("problem", problem, placeholder) },
    { text: terms.prediction.trim() && shown("prediction", expects) },
  ]);
  const risks = highestRisks(terms.risks);
  section(terms.risks.length > risks.length ? `${risks.length} biggest risks` : "Risks", [
    ...risks.map((risk) => ({
      strong: `${riskScore(risk)}, ${riskBand(riskScore(risk))}.`,
      text: [
        shown(`harm ${risk.id}`, withFullStop(risk.harm), placeholder),
        risk.controls.trim() && shown(`reduced ${risk.id}`, `Reduced by: ${withFullStop(risk.controls)}`),
      ]
        .join(" ")
        .trim(),
    })),
    more(terms.risks.length - risks.length, "risk"),
  ]);
  section("Risk of not trying", [
    { text: shown("notTrying", terms.riskOfNotTrying, terms.riskOfNotTrying && placeholder) },
  ]);
  const dips = terms.expectedDips.filter((dip) => !omitted.has(dip.id));
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
    const shownRules = all.filter((rule) => !omitted.has(rule.id));
    const line = shownRules.map((rule) => withoutStop(rule.words)).join("; ");
    section(term, [{ text: line && `${line}.` }, more(all.length - shownRules.length, "rule")]);
  }
  section("Who else must say yes", othersInWords(others));
  section(ifYes, [{ text: shown("promise", promise, placeholder) }]);
  const page = { lead, idea: shown("idea", terms.changeIdea, placeholder), sections, folded: omitted.size };
  const texts = [
    page.lead,
    page.idea,
    ...sections.flatMap(({ term, lines }) => [term, ...lines.flatMap(({ strong = "", text }) => [strong, text])]),
  ];
  return { ...page, words: countWords(texts.join(" ")) };
}

function othersInWords(others: PermissionAsk["others"]) {
  if (others.length <= maxNamed) return others.map(({ who, says }) => ({ strong: `${who}:`, text: says }));
  const yes = others.filter((other) => other.yes).length;
  return [{ text: `${others.length} others: ${yes} said yes, ${others.length - yes} not yet.` }];
}

const withoutStop = (text: string) => text.trim().replace(/[.;,]+$/, "");
