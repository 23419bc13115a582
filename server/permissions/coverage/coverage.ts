import { addDays, endOfLondonDay } from "@/server/days";
import type { CoverFacts } from "@/server/permissions/coverage/cover-facts";
import { type Cover, termsInForce } from "@/server/permissions/coverage/covered";
import { type CoveredStretch, coveredStretches, coverOn, daysOfChange } from "@/server/permissions/coverage/stretches";

/** Whether all carriers were covered on every day from `fromOn` to `endsOn`; those that were not; and what covered the last day. */
export type Coverage = { fromOn: string; endsOn: string; covered: boolean; missing: string[]; by: Cover[] };
/** First and last day of an experiment: its first start, and its end if it has ended. */
export type DaysUnderWay = { startedOn: string | null; endedOn: string | null };

/**
 * Coverage of each stretch of days. The carriers on a day are those of the request for the terms then in force; without such
 * a request, the present ones.
 * @param stretches - days or periods, by first and last day
 */
export function coverageOf(
  facts: CoverFacts,
  carrierIdsNow: string[],
  stretches: readonly { fromOn: string; endsOn: string }[],
  { knownAt }: { knownAt?: string } = {},
): Coverage[] {
  const changes = daysOfChange(facts);
  const byCarrier = new Map<string, CoveredStretch[]>();
  const coverFor = (id: string, day: string) => {
    const covered = byCarrier.get(id) ?? coveredStretches(facts, id, { knownAt, changes });
    byCarrier.set(id, covered);
    return coverOn(covered, day);
  };
  return stretches.map(({ fromOn, endsOn }) => {
    const missing = new Set<string>();
    let by: Cover[] = [];
    for (const day of [fromOn, ...changes.filter((change) => fromOn < change && change <= endsOn)]) {
      by = [];
      for (const id of carriersOn(facts, carrierIdsNow, day, knownAt)) {
        const cover = coverFor(id, day);
        if (cover) by.push(cover);
        else missing.add(id);
      }
    }
    return { fromOn, endsOn, covered: missing.size === 0, missing: [...missing], by };
  });
}

/** Longest runs of days, past and future, on which every carrier was covered; both ends included. */
export function permissionWindows(facts: CoverFacts, carrierIdsNow: string[]): { fromOn: string; endsOn: string }[] {
  const changes = daysOfChange(facts);
  // Nothing is covered from the last change on: the day after each permission's last day is a change
  const stretches = changes
    .slice(0, -1)
    .map((fromOn, at) => ({ fromOn, endsOn: addDays(changes[at + 1] ?? fromOn, -1) }));
  const windows: { fromOn: string; endsOn: string }[] = [];
  for (const { fromOn, endsOn, covered, by } of coverageOf(facts, carrierIdsNow, stretches)) {
    if (!covered || by.length === 0) continue;
    const before = windows.at(-1);
    if (before && addDays(before.endsOn, 1) === fromOn) before.endsOn = endsOn;
    else windows.push({ fromOn, endsOn: endsOn });
  }
  return windows;
}

/** Whether a stretch lies before, within or after the days under way. */
export function whenOf(
  stretch: { fromOn: string; endsOn: string },
  { startedOn, endedOn }: DaysUnderWay,
): "before" | "under way" | "after" {
  if (startedOn === null || stretch.endsOn < startedOn) return "before";
  return endedOn !== null && stretch.fromOn > endedOn ? "after" : "under way";
}

/** The days of a stretch on which the experiment was under way. */
export const clippedTo = (
  { startedOn, endedOn }: DaysUnderWay,
  { fromOn, endsOn }: { fromOn: string; endsOn: string },
) => ({
  fromOn: startedOn !== null && startedOn > fromOn ? startedOn : fromOn,
  endsOn: endedOn !== null && endedOn < endsOn ? endedOn : endsOn,
});

export function carriersOn(facts: CoverFacts, carrierIdsNow: string[], day: string, knownAt?: string): string[] {
  const end = endOfLondonDay(day);
  const words = termsInForce(facts, (at) => at < end && (knownAt === undefined || at <= knownAt));
  return facts.requests.findLast((request) => request.materialHash === words)?.carrierIds ?? carrierIdsNow;
}
