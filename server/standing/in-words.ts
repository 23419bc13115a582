import { type RiskDomain, riskDomains } from "@/db/vocabulary";
import { dayInWords, listInWords, listOfEither, pluralise, untilEndOf } from "@/server/format";

/** A standing permission as rules and sentences need it. */
export type StandingWords = {
  /** Null for the system's floor. */
  organisation: string | null;
  givenBy: string;
  fromOn: string;
  endsOn: string | null;
  highestScores: Partial<Record<RiskDomain, number>>;
  longestWeeks: number;
  note: string | null;
};

/** "Jocasta Merrivane for QUH, from 2 February 2026: up to score 8 (people and service), what can be undone, for up to 12 weeks." */
export function standingInWords(standing: StandingWords): string {
  const { organisation, givenBy, fromOn, endsOn, longestWeeks, note } = standing;
  const whose = organisation === null ? "everyone" : organisation;
  const dates = `from ${dayInWords(fromOn)}${endsOn ? ` ${untilEndOf(endsOn)}` : ""}`;
  const sentence = `${givenBy} for ${whose}, ${dates}: ${scoresInWords(standing.highestScores)}, only what can be undone, for up to ${pluralise(longestWeeks, "week")}.`;
  return note ? `${sentence} ${note.trim()}` : sentence;
}

/**
 * What it allows, in sentences for teams: "In Ostlebeck, anything up to score 6 that can be undone may start without asking,
 * for up to 6 weeks." If domains differ, each score is named with its domains.
 */
export function allowanceInWords(standing: Omit<StandingWords, "givenBy" | "note">): string[] {
  const { organisation, highestScores, longestWeeks } = standing;
  const where = organisation === null ? "In every organisation" : `In ${organisation}`;
  const weeks = `for up to ${pluralise(longestWeeks, "week")}`;
  const groups = byScore(highestScores);
  const [only] = groups;
  if (only && groups.length === 1 && only.domains.length === riskDomains.length) {
    return [`${where}, anything up to score ${only.score} that can be undone may start without asking, ${weeks}.`];
  }
  const named = listInWords(groups.map(({ score, domains }) => `${score} for ${listInWords(domains)}`));
  const nothing = riskDomains.filter((domain) => highestScores[domain] === undefined);
  return [
    `${where}, what can be undone may start without asking, ${weeks}.`,
    `The highest score is ${named}.`,
    ...(nothing.length > 0 ? [`Anything about ${listOfEither(nothing)} needs the leader's own yes.`] : []),
  ];
}

/** "up to score 6 in every domain", "up to score 8 (people and service) and 6 (finance)". */
export function scoresInWords(highestScores: StandingWords["highestScores"]): string {
  const groups = byScore(highestScores);
  const [only] = groups;
  if (!only) return "nothing in any domain";
  if (groups.length === 1 && only.domains.length === riskDomains.length) {
    return `up to score ${only.score} in every domain`;
  }
  return `up to score ${listInWords(groups.map(({ score, domains }) => `${score} (${listInWords(domains)})`))}`;
}

/** The domains by their highest score, the highest first. */
function byScore(highestScores: StandingWords["highestScores"]): { score: number; domains: RiskDomain[] }[] {
  const groups = new Map<number, RiskDomain[]>();
  for (const domain of riskDomains) {
    const score = highestScores[domain];
    if (score !== undefined) groups.set(score, [...(groups.get(score) ?? []), domain]);
  }
  return [...groups].toSorted(([a], [b]) => b - a).map(([score, domains]) => ({ score, domains }));
}
