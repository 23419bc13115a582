import type { RiskDomain } from "@/db/vocabulary";
import { addDays } from "@/server/days";
import { pluralise } from "@/server/format";
import type { StandingWords } from "@/server/standing/in-words";

export type Standing = StandingWords & {
  id: string;
  organisationId: string | null;
  /** Whether whoever gave it is or was on the team, or wrote part of the terms (rule I5). */
  giverInvolved: boolean;
};

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
  /** Whether the organisation's latest word about it is anything but a plain yes (rule I3). */
  refused: boolean;
  /** The closed organisation whose part this one took over before, if it did (rule I9). */
  tookOverFrom: string | null;
};

export type Fit = { fits: Standing; endsOn: string; sentences: [] } | { fits: null; sentences: string[] };

/**
 * Whether an experiment may start in an organisation without asking. The narrowest word wins (rule I10): it has to fit the
 * system's floor and the organisation's own standing permissions, all that hold today; and what cannot be undone never does.
 * It starts by the organisation's own, or by the floor where there is none. If not, the reasons as sentences.
 */
export function fitsStanding(wish: Wish, standings: readonly Standing[]): Fit {
  const inForce = standings.filter(
    ({ fromOn, endsOn }) => fromOn <= wish.today && (endsOn === null || wish.today <= endsOn),
  );
  if (inForce.length === 0) return { fits: null, sentences: [] };
  const { organisation } = wish;
  const sentences = [
    ...(wish.refused ? [whyTheirYes(wish)] : []),
    ...whyNotUndone(wish),
    ...inForce.flatMap((standing) => whyNot(wish, standing)),
  ];
  const own = inForce.filter(({ organisationId }) => organisationId !== null);
  const bases = (own.length > 0 ? own : inForce).filter(({ giverInvolved }) => !giverInvolved);
  // Of several the narrowest: the one under which it would end first
  const byEnd = (a: Standing, b: Standing) =>
    lastDay(wish, a).localeCompare(lastDay(wish, b)) || b.id.localeCompare(a.id);
  const [base] = bases.toSorted(byEnd);
  if (!base) sentences.push(`Whoever allowed this for ${organisation} works on it, so it needs another leader's yes.`);
  if (!base || sentences.length > 0) return { fits: null, sentences: [...new Set(sentences)] };
  const endsOn = inForce.map((standing) => lastDay(wish, standing)).toSorted()[0] ?? wish.today;
  return { fits: base, endsOn, sentences: [] };
}

const whyTheirYes = ({ organisation, tookOverFrom }: Wish) =>
  tookOverFrom === null
    ? `A leader of ${organisation} did not plainly say yes to this, so it needs their yes.`
    : `${organisation} took this over from ${tookOverFrom}, which closed, so it needs its leader's yes.`;

function whyNotUndone({ reversible, organisation }: Wish): string[] {
  if (reversible === null) return ["Say whether it can be undone at any time."];
  return reversible ? [] : [`It cannot be undone, and ${organisation} allows only what can be, without asking.`];
}

function whyNot(wish: Wish, standing: Standing): string[] {
  const { organisation } = wish;
  const reasons: string[] = [];
  const worst = new Map<RiskDomain, number>();
  for (const { domain, score } of wish.risks) worst.set(domain, Math.max(score, worst.get(domain) ?? 0));
  for (const [domain, score] of worst) {
    const most = standing.highestScores[domain] ?? 0;
    if (score <= most) continue;
    reasons.push(
      most === 0
        ? `${organisation} allows nothing about ${domain} without asking.`
        : `Score ${score} is above ${most}, the most that ${organisation} allows without asking.`,
    );
  }
  for (const measure of wish.dips)
    reasons.push(`It expects "${measure}" to dip, and a dip needs the leader's own yes.`);
  return [...reasons, ...whyNotSoLong(wish, standing)];
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
