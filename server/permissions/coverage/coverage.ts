import { addDays, endOfLondonDay } from "@/server/days";
import { type Cover, type CoverFacts, termsInForce } from "@/server/permissions/coverage/covered";
import { type CoveredStretch, coveredStretches, coverOn, daysOfChange } from "@/server/permissions/coverage/stretches";

/** Whether every organisation that carried something was covered on each day of a stretch, by what on its last day, and which were not. */
export type Coverage = { fromOn: string; endsOn: string; covered: boolean; missing: string[]; by: Cover[] };
/** The days on which an experiment was under way, both included: from its first start until its end, if it has ended. */
export type DaysUnderWay = { startedOn: string | null; endedOn: string | null };

/**
 * Stretch by stretch: covered when every carrier was, on every day of it. Who carried something on a day is read from the
 * words then in force, if anybody was asked about them; else from those who carry something now.
 * @param stretches - a day, or a period of a measure, by its first and last day
 */
export function coverageOf(
  facts: CoverFacts,
  carrierIdsNow: string[],
  stretches: readonly { fromOn: string; endsOn: string }[],
  { knownAt }: { knownAt?: string } = {},
): Coverage[] {
  const changes = daysOfChange(facts);
  const known = new Map<string, CoveredStretch[]>();
  const coverFor = (id: string, day: string) => {
    const its = known.get(id) ?? coveredStretches(facts, id, { knownAt, changes });
    known.set(id, its);
    return coverOn(its, day);
  };
  return stretches.map(({ fromOn, endsOn }) => {
    const missing = new Set<string>();
    let by: Cover[] = [];
    for (const day of [fromOn, ...changes.filter((one) => fromOn < one && one <= endsOn)]) {
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

/** Days on end, both included, on which everyone who carried something had said yes: the future among them. */
export function permissionWindows(facts: CoverFacts, carrierIdsNow: string[]): { fromOn: string; endsOn: string }[] {
  const changes = daysOfChange(facts);
  // Nothing is covered from the last day of change on: each yes has a last day, and the day after it is one
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

/** Of a stretch the days on which the experiment was under way. */
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
