import { dayAfter } from "@/server/days";
import { londonDay } from "@/server/format";

const hourInLondon = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", hourCycle: "h23" });
const hourOf = (moment: Date): number => Number(hourInLondon.format(moment));
const [firstHour, lastHour] = [7, 20];

/** Now between 7am and 8pm in London; else the next 7am there: only a stop may ring at night. */
export function nextDaytime(now: Date): Date {
  const hour = hourOf(now);
  if (hour >= firstHour && hour < lastHour) return now;
  return morningOf(hour < firstHour ? londonDay(now) : dayAfter(londonDay(now), 1));
}

/** 7am in London of a day. */
export function morningOf(day: string): Date {
  const winter = new Date(`${day}T0${firstHour}:00:00Z`);
  return hourOf(winter) === firstHour ? winter : new Date(winter.getTime() - 3_600_000);
}
