import { addDays, londonClock, londonDay, londonInstant } from "@/server/days";

const [firstHour, lastHour] = [7, 20];

/** Now, if between 7am and 8pm in London, else the next 7am: only stops are sent at night. */
export function nextDaytime(now: Date): Date {
  const hour = Number(londonClock(now).hour);
  if (hour >= firstHour && hour < lastHour) return now;
  return morningOf(hour < firstHour ? londonDay(now) : addDays(londonDay(now), 1));
}

/** 7am in London on a day. */
export const morningOf = (day: string): Date => londonInstant(day, `0${firstHour}:00`);
