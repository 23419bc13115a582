import { addMonths } from "@/server/days";

/** Nobody can say today who answers in the year 9999. */
const yearsAhead = 5;

export const TOO_FAR_AHEAD = `Choose a day in the next ${yearsAhead} years`;

/** Why a period cannot be given, by the field that is too far ahead; null when it can. */
export function whyTooFarAhead(
  { fromOn, endsOn }: { fromOn: string; endsOn?: string },
  today: string,
): { fromOn: string } | { endsOn: string } | null {
  const last = addMonths(today, 12 * yearsAhead);
  if (fromOn > last) return { fromOn: TOO_FAR_AHEAD };
  return endsOn !== undefined && endsOn > last ? { endsOn: TOO_FAR_AHEAD } : null;
}
