import type { Calendar } from "../calendar";
import { demoId } from "../ids";
import type { World } from "../records";

/** A world, the days it happens on, and the id its rows hang under. */
export type DemoSystem = { world: World; calendar: Calendar; systemId: string };

export const demoSystem = (world: World, calendar: Calendar): DemoSystem => ({
  world,
  calendar,
  systemId: demoId(`system/${world.key}`),
});

/** What stands under a key of the records, which the compiler has checked where they are written. */
export function findRecord<Value>(records: Record<string, Value>, key: string): Value {
  const found = records[key];
  if (!found) throw new Error(`The records know no ${key}`);
  return found;
}

/** A moment of the records some minutes later on the same day. */
export function minutesAfter(moment: string, minutes: number): string {
  const later = new Date(Date.parse(`${moment.replace(" ", "T")}Z`) + minutes * 60_000);
  return later.toISOString().slice(0, 16).replace("T", " ");
}
