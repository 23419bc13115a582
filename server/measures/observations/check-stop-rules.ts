import type { Transaction } from "@/db/client";
import type { NewAct } from "@/server/journal/queries";
import { groupedBy } from "@/server/measures/grouped";
import { pauseByRule, type WatchingRule } from "@/server/measures/observations/queries";
import type { Measure } from "@/server/measures/queries";
import type { SystemPoint } from "@/server/measures/series";
import { newlyMet, ruleMetInWords } from "@/server/measures/stop-rule";

/** What rules did when figures changed: an experiment paused, or a conversation opened. */
export type RuleMet = { experimentId: string; title: string; kind: "safety" | "talk"; words: string };
type TellOfRule = (experimentId: string, act: NewAct) => void;

/**
 * Looks whether a change of a measure's figures met one of the rules that watch it. A stop rule pauses its experiment here
 * and now, once, however many rules were met; a talk rule only tells the journal.
 * The measure is locked, and the experiments are: two who log at once are one after the other.
 * @returns what was met, in experiments that the person may see
 */
export async function checkStopRules(
  tx: Transaction,
  measure: Measure,
  rules: readonly WatchingRule[],
  change: { before: readonly SystemPoint[]; after: readonly SystemPoint[] },
  { tellOfRule }: { tellOfRule: TellOfRule },
): Promise<RuleMet[]> {
  const met = rules.flatMap((rule) => {
    const { rhythm } = measure;
    const on = newlyMet(rule, { ...change, rhythm, startedOn: rule.startedOn });
    const met = change.after.find((point) => point.on === on);
    if (on === null || met?.value == null) return [];
    return [{ rule, reason: ruleMetInWords(rule, measure, { on, value: met.hidden ? null : met.value }) }];
  });
  for (const [experimentId, ofIt] of groupedBy(met, ({ rule }) => rule.experimentId)) {
    const safety = ofIt.filter(({ rule }) => rule.kind === "safety");
    const talk = ofIt.filter(({ rule }) => rule.kind === "talk");
    if (safety.length > 0) {
      const reason = safety.map((one) => one.reason).join("; ");
      await pauseByRule(tx, measure.systemId, experimentId, reason);
      const act = `paused the experiment, because a stop rule was met: ${reason}`;
      tellOfRule(experimentId, { act, details: detailsOf(safety), news: { kind: "paused" } });
    }
    for (const one of talk) {
      const act = `asked the team to talk, because a talk rule was met: ${one.reason}`;
      tellOfRule(experimentId, { act, details: detailsOf([one]) });
    }
  }
  return met
    .filter(({ rule }) => rule.seen)
    .map(({ rule: { experimentId, title, kind, words } }) => ({ experimentId, title, kind, words }));
}

const detailsOf = (met: { rule: WatchingRule }[]) => ({ stopRuleIds: met.map(({ rule }) => rule.id) });
