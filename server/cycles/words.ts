import type { PdsaAct } from "@/db/vocabulary";
import type { Happening } from "@/server/charts/dated-events";
import { withFullStop } from "@/server/format";

/** Labels of the ways a cycle can end. */
export const actsInWords: Record<PdsaAct, string> = {
  adopt: "Adopt: we keep it",
  adapt: "Adapt: we change it and go round again",
  abandon: "Abandon: we leave it",
};

type Cycle = { number: number; plan: string; fromOn: string; act: PdsaAct | null };

/** Cycles as dated events on their experiment's charts. */
export const cycleHappenings = (cycles: readonly Cycle[]): Happening[] =>
  cycles.map(({ number, plan, fromOn, act }) => ({
    on: fromOn,
    label: `Cycle ${number}`,
    words: act ? `${withFullStop(plan)} ${actsInWords[act]}.` : plan,
  }));
