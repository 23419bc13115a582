import type { PdsaAct } from "@/db/vocabulary";
import { withFullStop } from "@/server/format";
import { fromLeeway, sentence } from "@/server/typed-words";

/** Journal sentences about cycles, without their subject; the demo data uses them too. */

export const plannedCycle = (number: number, { plan, prediction }: { plan: string; prediction: string }) =>
  sentence`planned cycle ${fromLeeway(`${number}`)}: ${withFullStop(plan)} They expect: ${prediction}`;

export const endedCycle = (number: number, act: PdsaAct, studied: string) =>
  sentence`ended cycle ${fromLeeway(`${number}: ${act}.`)} ${studied}`;
