const london = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });
const inWords = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
const day = 24 * 60 * 60 * 1000;

/** The day, "2027-09-13", so many days from today in London. */
export const daysFromToday = (days: number): string => london.format(Date.now() + days * day);

/** The Monday of the week so many weeks from this one. */
export function mondayOfWeek(weeks: number): string {
  const today = new Date(`${daysFromToday(0)}T00:00:00Z`);
  return plusDays(daysFromToday(0), weeks * 7 - ((today.getUTCDay() + 6) % 7));
}

export const plusDays = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * day).toISOString().slice(0, 10);

/** "13 September 2027" */
export const asWords = (isoDay: string): string => inWords.format(new Date(`${isoDay}T00:00:00Z`));
