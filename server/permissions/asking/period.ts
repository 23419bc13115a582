import { addDays, addMonths } from "@/server/days";
import { dayInWords, pluralise } from "@/server/format";
import { DAYS_ARE_OVER } from "@/server/text";

/** No permission lasts longer (rule I4); a system may say less. */
export const LONGEST_MONTHS = 12;

/** The last day of a permission that begins on a day and lasts as long as it may. */
export const lastDayAllowed = (fromOn: string, longestMonths = LONGEST_MONTHS): string =>
  addDays(addMonths(fromOn, longestMonths), -1);

export const BEGINS_TODAY_OR_LATER = "A permission begins today or later. Choose today or a day to come";

type Period = { fromOn?: string | null; endsOn?: string | null };
type Limits = { today: string; longestMonths: number };

/** Why these days cannot be asked for, by the field it is about; null when they can. Half of them may be missing. */
export function whyNotPeriod(
  { fromOn, endsOn }: Period,
  { today, longestMonths }: Limits,
): { fromOn: string } | { endsOn: string } | null {
  if (endsOn && endsOn < today) return { endsOn: DAYS_ARE_OVER };
  if (fromOn && fromOn < today) return { fromOn: BEGINS_TODAY_OR_LATER };
  if (!fromOn || !endsOn) return null;
  const last = lastDayAllowed(fromOn, longestMonths);
  if (endsOn <= last) return null;
  return {
    endsOn: `A permission lasts at most ${pluralise(longestMonths, "month")}. Choose ${dayInWords(last)} or a day before it`,
  };
}
