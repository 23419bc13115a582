import { editCycleInput, planCycleInput } from "@/server/cycles/input";
import { endedCycle, plannedCycle } from "@/server/cycles/journal-sentences";
import { editCycle, listCycles, planCycle } from "@/server/cycles/queries";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { policy } from "@/server/policy";
import { router } from "@/server/trpc";
import { fromLeeway, sentence } from "@/server/typed-words";

/** PDSA cycles: plan, do, study, act. */
export const cyclesRouter = router({
  list: onExperiment.query(async ({ ctx: { db, who, experiment } }) => ({
    cycles: await listCycles(db, experiment.id),
    may: { keep: policy.editCycles(who, experiment) },
  })),

  plan: changeExperiment
    .meta({ may: "editCycles" })
    .input(planCycleInput)
    .mutation(async ({ ctx, input: cycle }) => {
      const { cycleId, number } = await planCycle(ctx.db, ctx.experiment, ctx.person.id, cycle);
      ctx.journal(plannedCycle(number, cycle), { details: { cycleId } });
      return { cycleId };
    }),

  edit: changeExperiment
    .meta({ may: "editCycles" })
    .input(editCycleInput)
    .mutation(async ({ ctx, input: cycle }) => {
      const number = await editCycle(ctx.db, ctx.experiment, ctx.person.id, cycle);
      const { act, studied, cycleId } = cycle;
      ctx.journal(
        act === "not yet"
          ? sentence`wrote on cycle ${fromLeeway(`${number}`)}: ${cycle.plan}`
          : endedCycle(number, act, studied ?? ""),
        {
          details: { cycleId },
        },
      );
      return { cycleId };
    }),
});
