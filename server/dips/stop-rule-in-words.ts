import type { MeasureRhythm } from "@/db/vocabulary";
import { numbersInWords, type StopRuleSide } from "@/server/measures/stop-rule";

/** The numbers by which a rule on a measure is met. */
export type StopRuleNumbers = {
  measure: { id: string; name: string };
  unit: string;
  rhythm: MeasureRhythm;
  metWhen: StopRuleSide;
  threshold: number;
  periodsRunning: number;
};

/** A stop or talk rule: by numbers, which the app watches, or only in words, which people watch. */
export type StopRule = { words: string; onMeasure: StopRuleNumbers | null };

/** "A&E within 4 hours: below 60%, 2 weeks running", made from the numbers; a rule without numbers in its own words. */
export const stopRuleInWords = ({ words, onMeasure }: StopRule): string =>
  onMeasure ? numbersInWords(onMeasure, { ...onMeasure, name: onMeasure.measure.name }) : words.trim();

/** 'The team's note: "…"': what was typed beside the numbers decides nothing. Empty where there is none. */
export const noteOnRule = ({ words, onMeasure }: StopRule): string =>
  onMeasure && words.trim() !== "" ? `The team's note: "${words.trim()}"` : "";

/** The rule, and its note on a line of its own. */
export const stopRuleWithNote = (rule: StopRule): string =>
  [stopRuleInWords(rule), noteOnRule(rule)].filter(Boolean).join("\n");
