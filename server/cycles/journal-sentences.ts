import type { PdsaAct } from "@/db/vocabulary";
import { withFullStop } from "@/server/format";

/** What the journal says of changes to cycles: sentences without their subject, for procedures and the demo world. */

export const plannedCycle = (number: number, { plan, prediction }: { plan: string; prediction: string }) =>
  `planned cycle ${number}: ${withFullStop(plan)} They expect: ${prediction}`;

export const endedCycle = (number: number, act: PdsaAct, studied: string) =>
  `ended cycle ${number}: ${act}. ${studied}`;
