import type { StopRuleKind } from "@/db/vocabulary";
import { noteOnRule, type StopRule, stopRuleInWords } from "@/server/dips/stop-rule-in-words";
import { untilEndOf } from "@/server/format";
import { amount } from "@/server/measures/figures";
import { fromLeeway, sentence } from "@/server/typed-words";

/** Journal sentences about dips and rules, without their subject; the demo data uses them too. */

type Measure = { name: string } & Parameters<typeof amount>[1];

export const expectedDip = (measure: Measure, worstValue: number, endsOn: string) =>
  sentence`expects ${measure.name} to dip to ${amount(worstValue, measure)} ${fromLeeway(untilEndOf(endsOn))}`;

export const removedDip = (measureName: string) => sentence`no longer expects ${measureName} to dip`;

export const setRule = (kind: StopRuleKind, rule: StopRule) =>
  sentence`set a ${fromLeeway(kind === "safety" ? "stop" : "talk")} rule: ${[stopRuleInWords(rule), noteOnRule(rule)].filter(Boolean).join(". ")}`;
