import type { Transaction } from "@/db/client";
import { findFullSeries, type WatchingRule } from "@/server/measures/observations/queries";
import { periodOf } from "@/server/measures/periods";
import type { Measure } from "@/server/measures/queries";
import type { SystemPoint } from "@/server/measures/series";

/**
 * The values that rules on a measure judge: from the period in which the first of their experiments started, for an earlier one
 * counts for none. Nothing is read where there is no rule. Includes suppressed values.
 */
export async function findWatchedSeries(
  tx: Transaction,
  measure: Measure,
  rules: readonly Pick<WatchingRule, "startedOn">[],
): Promise<SystemPoint[]> {
  const [first] = rules.map((rule) => rule.startedOn).toSorted();
  return first ? findFullSeries(tx, measure, { from: periodOf(first, measure.rhythm) }) : [];
}
