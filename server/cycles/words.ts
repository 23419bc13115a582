import type { PdsaAct } from "@/db/vocabulary";
import type { Happening } from "@/server/charts/dated-events";
import { withFullStop } from "@/server/format";

/** What a cycle ends with, in the words of forms and pages. */
export const actsInWords: Record<PdsaAct, string> = {
  adopt: "Adopt: we keep it",
  adapt: "Adapt: we change it and go round again",
  abandon: "Abandon: we leave it",
};

type Cycle = { number: number; plan: string; fromOn: string; act: PdsaAct | null };

/** Cycles as they are drawn on the charts of their experiment: each where it begins, with how it ended. */
export const cycleHappenings = (cycles: readonly Cycle[]): Happening[] =>
  cycles.map(({ number, plan, fromOn, act }) => ({
    on: fromOn,
    label: `Cycle ${number}`,
    words: act ? `${withFullStop(plan)} ${actsInWords[act]}.` : plan,
  }));
