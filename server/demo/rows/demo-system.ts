import type { Calendar } from "../calendar";
import { demoId } from "../ids";
import type { World } from "../records";

/** A system of the demo world: its records, the calendar that moves their dates, and its id. */
export type DemoSystem = { world: World; calendar: Calendar; systemId: string };

export const demoSystem = (world: World, calendar: Calendar): DemoSystem => ({
  world,
  calendar,
  systemId: demoId(`system/${world.key}`),
});

/** The record with this key; keys are checked by the compiler. */
export function findRecord<Value>(records: Record<string, Value>, key: string): Value {
  const record = records[key];
  if (!record) throw new Error(`There is no record ${key}`);
  return record;
}

export function minutesAfter(moment: string, minutes: number): string {
  const later = new Date(Date.parse(`${moment.replace(" ", "T")}Z`) + minutes * 60_000);
  return later.toISOString().slice(0, 16).replace("T", " ");
}
