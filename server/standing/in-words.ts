import { type RiskDomain, riskDomains } from "@/db/terms";
import { counted, dayInWords, listed, untilEndOf } from "@/server/words";

/** A standing permission as its rule needs it and as people read it. */
export type StandingWords = {
  /** Empty: the system's floor. */
  organisation: string | null;
  givenBy: string;
  fromOn: string;
  untilOn: string | null;
  highestScores: Partial<Record<RiskDomain, number>>;
  reversibleOnly: boolean;
  longestWeeks: number;
  note: string;
};

/** "Jocasta Merrivane for QUH, from 2 February 2026: up to score 8 (people and service), what can be undone, for up to 12 weeks." */
export function standingInWords(standing: StandingWords): string {
  const { organisation, givenBy, fromOn, untilOn, reversibleOnly, longestWeeks, note } = standing;
  const whose = organisation === null ? "everyone" : organisation;
  const dates = `from ${dayInWords(fromOn)}${untilOn ? ` ${untilEndOf(untilOn)}` : ""}`;
  const undone = reversibleOnly ? "only what can be undone, " : "";
  const said = `${givenBy} for ${whose}, ${dates}: ${scoresInWords(standing.highestScores)}, ${undone}for up to ${counted(longestWeeks, "week")}.`;
  return note.trim() === "" ? said : `${said} ${note.trim()}`;
}

/** "up to score 6 in every domain", "up to score 8 (people and service) and 6 (finance)". */
export function scoresInWords(highestScores: StandingWords["highestScores"]): string {
  const byScore = new Map<number, RiskDomain[]>();
  for (const domain of riskDomains) {
    const score = highestScores[domain];
    if (score !== undefined) byScore.set(score, [...(byScore.get(score) ?? []), domain]);
  }
  if (byScore.size === 0) return "nothing in any domain";
  const [only] = byScore;
  if (byScore.size === 1 && only?.[1].length === riskDomains.length) return `up to score ${only[0]} in every domain`;
  const parts = [...byScore].toSorted(([a], [b]) => b - a).map(([score, domains]) => `${score} (${listed(domains)})`);
  return `up to score ${listed(parts)}`;
}
