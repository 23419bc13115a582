import type { RiskDomain } from "@/db/vocabulary";
import { addDays } from "@/server/days";
import { pluralise } from "@/server/format";
import type { StandingWords } from "@/server/standing/in-words";

export type Standing = StandingWords & { id: string; organisationId: string | null };

/** An experiment in one organisation: the risks and dips that the organisation carries. */
export type Wish = {
  organisation: string;
  risks: { domain: RiskDomain; score: number }[];
  /** Names of the measures that it expects to dip. */
  dips: string[];
  reversible: boolean | null;
  plannedWeeks: number | null;
  today: string;
  /** First day on which it used a standing permission in this organisation before, if it did. */
  firstUsedOn: string | null;
};

export type Fit = { fits: Standing; endsOn: string; sentences: [] } | { fits: null; sentences: string[] };

/**
 * Whether an experiment may start in an organisation without asking, under one of its standing permissions of today or the
 * system's floor. If not, the reasons as sentences, measured against the widest of them.
 */
export function fitsStanding(wish: Wish, standings: readonly Standing[]): Fit {
  const holding = standings.filter(
    ({ fromOn, endsOn }) => fromOn <= wish.today && (endsOn === null || wish.today <= endsOn),
  );
  const judged = holding.map((standing) => ({ standing, sentences: whyNot(wish, standing, holding) }));
  const fitting = judged
    .filter(({ sentences }) => sentences.length === 0)
    .map(({ standing }) => ({ standing, endsOn: lastDay(wish, standing) }))
    .toSorted((a, b) => (a.endsOn < b.endsOn ? 1 : a.endsOn > b.endsOn ? -1 : 0));
  const [best] = fitting;
  if (best) return { fits: best.standing, endsOn: best.endsOn, sentences: [] };
  const [closest] = judged.toSorted((a, b) => a.sentences.length - b.sentences.length);
  return { fits: null, sentences: closest?.sentences ?? [] };
}

function whyNot(wish: Wish, standing: Standing, holding: readonly Standing[]): string[] {
  const { organisation } = wish;
  const reasons: string[] = [];
  const worst = new Map<RiskDomain, number>();
  for (const { domain, score } of wish.risks) worst.set(domain, Math.max(score, worst.get(domain) ?? 0));
  for (const [domain, score] of worst) {
    if (score <= (standing.highestScores[domain] ?? 0)) continue;
    const highest = Math.max(...holding.map(({ highestScores }) => highestScores[domain] ?? 0));
    reasons.push(
      highest === 0
        ? `${organisation} allows nothing about ${domain} without asking.`
        : score > highest
          ? `Score ${score} is above ${highest}, the most that ${organisation} allows without asking.`
          : `Score ${score} (${domain}) fits, but not together with the rest of what ${organisation} allows.`,
    );
  }
  for (const measure of wish.dips)
    reasons.push(`It expects "${measure}" to dip, and a dip needs the leader's own yes.`);
  if (standing.reversibleOnly && wish.reversible === null) reasons.push("Say whether it can be undone at any time.");
  if (standing.reversibleOnly && wish.reversible === false) {
    reasons.push(`It cannot be undone, and ${organisation} allows only what can be, without asking.`);
  }
  reasons.push(...whyNotSoLong(wish, standing));
  return reasons;
}

function whyNotSoLong({ organisation, plannedWeeks, firstUsedOn, today }: Wish, { longestWeeks }: Standing): string[] {
  const weeks = pluralise(longestWeeks, "week");
  if (plannedWeeks === null) return ["Say for how many weeks you plan to try it."];
  if (plannedWeeks > longestWeeks) {
    return [
      `${pluralise(plannedWeeks, "week")} is longer than ${weeks}, the most that ${organisation} allows without asking.`,
    ];
  }
  if (firstUsedOn !== null && today > addDays(firstUsedOn, 7 * longestWeeks - 1)) {
    return [`It has had the ${weeks} that ${organisation} allows without asking.`];
  }
  return [];
}

/** The last day: after the planned weeks, but within the longest time since its first use here and the standing permission's own end. */
function lastDay({ today, plannedWeeks, firstUsedOn }: Wish, { longestWeeks, endsOn }: Standing): string {
  const ends = [
    addDays(today, 7 * (plannedWeeks ?? 0) - 1),
    addDays(firstUsedOn ?? today, 7 * longestWeeks - 1),
    ...(endsOn === null ? [] : [endsOn]),
  ];
  return ends.toSorted()[0] ?? today;
}
