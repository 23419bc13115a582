import { addDays, londonDay, startOfWeek } from "@/server/days";

/** The day, "2027-09-13", so many days from today in London. */
export const daysFromToday = (days: number): string => addDays(londonDay(new Date()), days);

/** The Monday of the week so many weeks from this one. */
export const mondayOfWeek = (weeks: number): string => addDays(startOfWeek(daysFromToday(0)), 7 * weeks);
