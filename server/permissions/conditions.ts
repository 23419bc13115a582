import { amount } from "@/server/measures/figures";
import type { AnswerInput } from "@/server/permissions/input";
import type { Terms } from "@/server/permissions/terms";
import { dayInWords } from "@/server/words";

type Dips = { dipId: string; worstValue: number }[];
export type Conditions = { untilOn?: string | null; tighterDips?: Dips | null };

/** The conditions of an answer as they are kept: none with any other answer, and no dip that was left as it is. */
export function conditionsOf({
  answer,
  untilOn,
  tighterDips = [],
}: Pick<AnswerInput, "answer" | "untilOn" | "tighterDips">) {
  if (answer !== "yes with conditions") return {};
  const tighter = tighterDips.flatMap(({ dipId, worstValue }) =>
    worstValue === undefined ? [] : [{ dipId, worstValue }],
  );
  return { untilOn, tighterDips: tighter.length > 0 ? tighter : undefined };
}

/** What a yes with conditions changes in what was asked, a sentence a change. */
export function differsFromAsked(
  asked: Pick<Terms, "expectedDips" | "untilOn">,
  { untilOn, tighterDips }: Conditions,
): string[] {
  const sentences = untilOn ? [`Until the end of ${dayInWords(untilOn)}, not ${dayInWords(asked.untilOn)}.`] : [];
  for (const { dipId, worstValue } of tighterDips ?? []) {
    const dip = asked.expectedDips.find((one) => one.id === dipId);
    if (!dip) continue;
    const inUnit = (value: number) => amount(value, { unit: dip.unit, decimals: 1 });
    sentences.push(`${dip.measure.name}: as far as ${inUnit(worstValue)}, not ${inUnit(dip.worstValue)}.`);
  }
  return sentences;
}
