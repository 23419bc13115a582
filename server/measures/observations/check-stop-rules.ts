import type { Transaction } from "@/db/client";
import type { NewAct } from "@/server/journal/queries";
import { groupedBy } from "@/server/measures/grouped";
import { pauseByRule, type WatchingRule } from "@/server/measures/observations/queries";
import type { Measure } from "@/server/measures/queries";
import type { SystemPoint } from "@/server/measures/series";
import { newlyMet, numbersInWords, ruleMetInWords } from "@/server/measures/stop-rule";
import { sentence } from "@/server/typed-words";

/** A rule met by a change: a stop rule ("safety") paused its experiment, or a talk rule was met. */
export type RuleMet = { experimentId: string; title: string; kind: "safety" | "talk"; words: string };
type JournalInExperiment = (experimentId: string, act: NewAct) => void;

/**
 * Checks whether a change of a measure's results newly meets rules on it. Stop rules pause their experiment, once however many
 * are met; talk rules only write to the journal.
 * Measure and experiments are locked, so concurrent changes are checked one after the other.
 * @returns the rules met, of experiments that the person may see
 */
export async function checkStopRules(
  tx: Transaction,
  measure: Measure,
  rules: readonly WatchingRule[],
  change: { before: readonly SystemPoint[]; after: readonly SystemPoint[] },
  { journalInExperiment }: { journalInExperiment: JournalInExperiment },
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
      const reason = safety.map(({ reason }) => reason).join("; ");
      await pauseByRule(tx, measure.systemId, experimentId, reason);
      const act = sentence`paused the experiment, because a stop rule was met: ${reason}`;
      journalInExperiment(experimentId, { act, details: detailsOf(safety), news: { kind: "paused" } });
    }
    for (const talkMet of talk) {
      const act = sentence`asked the team to talk, because a talk rule was met: ${talkMet.reason}`;
      journalInExperiment(experimentId, { act, details: detailsOf([talkMet]) });
    }
  }
  return met
    .filter(({ rule }) => rule.seen)
    .map(({ rule }) => {
      const { experimentId, title, kind } = rule;
      return { experimentId, title, kind, words: numbersInWords(rule, measure) };
    });
}

const detailsOf = (met: { rule: WatchingRule }[]) => ({ stopRuleIds: met.map(({ rule }) => rule.id) });
