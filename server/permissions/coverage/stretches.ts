import { addDays, endOfLondonDay } from "@/server/days";
import type { CoverFacts } from "@/server/permissions/coverage/cover-facts";
import { type Cover, covered } from "@/server/permissions/coverage/covered";

/** A run of days, both ends included, covered by one answer or use. */
export type CoveredStretch = { fromOn: string; endsOn: string; cover: Cover };

/** The result of `covered` for every day, as stretches in order. It can differ only on a day of change, so it is called for those. */
export function coveredStretches(
  facts: CoverFacts,
  organisationId: string,
  options: { knownAt?: string; changes?: readonly string[] } = {},
): CoveredStretch[] {
  const { changes = daysOfChange(facts) } = options;
  const stretches: CoveredStretch[] = [];
  for (const [index, fromOn] of changes.entries()) {
    const cover = covered(facts, organisationId, fromOn, options);
    if (!cover) continue;
    const next = changes[index + 1];
    const endsOn = next === undefined ? cover.endsOn : addDays(next, -1);
    const before = stretches.at(-1);
    if (before && same(before.cover, cover) && addDays(before.endsOn, 1) === fromOn) before.endsOn = endsOn;
    else stretches.push({ fromOn, endsOn, cover });
  }
  return stretches;
}

/** The cover of a day. */
export function coverOn(stretches: readonly CoveredStretch[], day: string): Cover | null {
  for (const { fromOn, endsOn, cover } of stretches) if (fromOn <= day && day <= endsOn) return cover;
  return null;
}

/** The days in London, sorted, on which the cover can differ from the day before. */
export function daysOfChange(facts: CoverFacts): string[] {
  const days = new Set<string>();
  for (const { fromOn, endsOn } of [...facts.requests, ...facts.uses]) days.add(fromOn).add(addDays(endsOn, 1));
  for (const { reviews } of facts.requests)
    for (const { answers } of reviews) for (const { at } of answers) days.add(londonDayOf(at));
  for (const { at, acceptedAt, endsOn } of facts.answers) {
    days.add(londonDayOf(at));
    if (acceptedAt !== null) days.add(londonDayOf(acceptedAt));
    if (endsOn !== null) days.add(addDays(endsOn, 1));
  }
  for (const { at } of [
    ...facts.withdrawals,
    ...facts.endedInPause,
    ...facts.handovers,
    ...facts.uses,
    ...facts.standingWithdrawals,
  ])
    days.add(londonDayOf(at));
  for (const { sinceAt } of facts.words) days.add(londonDayOf(sinceAt));
  return [...days].sort();
}

/** The London day of a time in UTC. London is never behind UTC, so it is the UTC day or the next. */
function londonDayOf(at: string): string {
  const day = at.slice(0, 10);
  return at < endOfLondonDay(day) ? day : addDays(day, 1);
}

const same = (one: Cover, other: Cover) =>
  one.id === other.id && one.by === other.by && one.at === other.at && one.endsOn === other.endsOn;
