import { addDays, londonDay, startOfWeek } from "@/server/days";

/** Today in London plus this many days, as "2027-09-13". */
export const daysFromToday = (days: number): string => addDays(londonDay(new Date()), days);

/** The Monday of this week plus this many weeks. */
export const mondayOfWeek = (weeks: number): string => addDays(startOfWeek(daysFromToday(0)), 7 * weeks);
