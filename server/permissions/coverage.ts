import { type CoverFacts, covered, wordsInForce } from "@/server/permissions/covered";
import { daysFrom, endOfLondonDay } from "@/server/permissions/london";

/** Whether every organisation that carried something was covered on each day of a stretch, and which were not. */
export type Coverage = { fromOn: string; toOn: string; covered: boolean; missing: string[] };

/**
 * Stretch by stretch: covered when every carrier was, on every day of it. Who carried something on a day is read from the
 * words then in force, if anybody was asked about them; else from those who carry something now.
 * @param stretches - a day, or a period of a measure, by its first and last day
 */
export function coverageOf(
  facts: CoverFacts,
  carrierIdsNow: string[],
  stretches: readonly { fromOn: string; toOn: string }[],
  { knownAt }: { knownAt?: string } = {},
): Coverage[] {
  return stretches.map(({ fromOn, toOn }) => {
    const missing = new Set<string>();
    for (const day of daysFrom(fromOn, toOn)) {
      for (const id of carriersOn(facts, carrierIdsNow, day, knownAt)) {
        if (!missing.has(id) && covered(facts, id, day, { knownAt }) === null) missing.add(id);
      }
    }
    return { fromOn, toOn, covered: missing.size === 0, missing: [...missing] };
  });
}

export function carriersOn(facts: CoverFacts, carrierIdsNow: string[], day: string, knownAt?: string): string[] {
  const end = endOfLondonDay(day);
  const words = wordsInForce(facts, (at) => at < end && (knownAt === undefined || at <= knownAt));
  return facts.requests.findLast((request) => request.materialHash === words)?.carrierIds ?? carrierIdsNow;
}
