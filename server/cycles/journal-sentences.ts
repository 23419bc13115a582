import type { PdsaAct } from "@/db/vocabulary";
import { withFullStop } from "@/server/format";

/** Journal sentences about cycles, without their subject; the demo data uses them too. */

export const plannedCycle = (number: number, { plan, prediction }: { plan: string; prediction: string }) =>
  `planned cycle ${number}: ${withFullStop(plan)} They expect: ${prediction}`;

export const endedCycle = (number: number, act: PdsaAct, studied: string) =>
  `ended cycle ${number}: ${act}. ${studied}`;
