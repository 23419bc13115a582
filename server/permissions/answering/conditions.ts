import { dayInWords } from "@/server/format";
import { amount } from "@/server/measures/figures";
import type { AnswerInput } from "@/server/permissions/answering/input";
import type { Terms } from "@/server/permissions/terms/terms";

type Dips = { dipId: string; worstValue: number }[];
export type Conditions = { endsOn?: string | null; tighterDips?: Dips | null };

/** The conditions to store with an answer: none unless it is "yes with conditions", and only the dips that were tightened. */
export function conditionsOf({
  answer,
  endsOn,
  tighterDips = [],
}: Pick<AnswerInput, "answer" | "endsOn" | "tighterDips">) {
  if (answer !== "yes with conditions") return {};
  const tighter = tighterDips.flatMap(({ dipId, worstValue }) =>
    worstValue === undefined ? [] : [{ dipId, worstValue }],
  );
  return { endsOn, tighterDips: tighter.length > 0 ? tighter : undefined };
}

/** Why the last day of a yes with conditions is refused. */
export const DAY_IS_OVER = "That day is over. Choose a day that is still to come";
export const notEarlier = (askedUntil: string) =>
  `Choose a day before ${dayInWords(askedUntil)}, the one they asked for`;

/** What a yes with conditions changes in the request, one sentence per change. */
export function differsFromAsked(
  requested: Pick<Terms, "expectedDips" | "endsOn">,
  { endsOn, tighterDips }: Conditions,
): string[] {
  const sentences = endsOn ? [`Until the end of ${dayInWords(endsOn)}, not ${dayInWords(requested.endsOn)}.`] : [];
  for (const { dipId, worstValue } of tighterDips ?? []) {
    const dip = requested.expectedDips.find((candidate) => candidate.id === dipId);
    if (!dip) continue;
    const inUnit = (value: number) => amount(value, { unit: dip.unit, decimals: 1 });
    sentences.push(`${dip.measure.name}: as far as ${inUnit(worstValue)}, not ${inUnit(dip.worstValue)}.`);
  }
  return sentences;
}
