import { z } from "zod";
import { expectDipInput, setStopRuleInput } from "@/server/dips/input";
import { expectDip, listDips, listStopRules, removeDip, removeStopRule, setStopRule } from "@/server/dips/queries";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { dayInWords } from "@/server/format";
import { amount } from "@/server/measures/figures";
import { router } from "@/server/trpc";

/** What is agreed about figures beforehand: how far one may dip, and what makes the team stop or talk. */
export const dipsRouter = router({
  list: onExperiment.query(async ({ ctx }) => ({
    dips: await listDips(ctx.db, ctx.experiment.id),
    stopRules: await listStopRules(ctx.db, ctx.experiment.id),
  })),

  expect: changeExperiment
    .meta({ may: "expectDip" })
    .input(expectDipInput)
    .mutation(async ({ ctx, input: { key: _, experimentId: __, ...dip } }) => {
      const { id, measure } = await expectDip(ctx.db, ctx.experiment, dip);
      const worst = amount(dip.worstValue, measure);
      ctx.tell(`expects "${measure.name}" to dip to ${worst} until the end of ${dayInWords(dip.endsOn)}`, {
        wrote: true,
        dipId: id,
      });
      return { dipId: id };
    }),

  removeDip: changeExperiment
    .meta({ may: "expectDip" })
    .input(z.object({ dipId: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      const measure = await removeDip(ctx.db, ctx.experiment, input.dipId);
      ctx.tell(`no longer expects "${measure}" to dip`, { wrote: true, dipId: input.dipId });
      return {};
    }),

  setStopRule: changeExperiment
    .meta({ may: "setStopRule" })
    .input(setStopRuleInput)
    .mutation(async ({ ctx, input: { key: _, experimentId: __, ...rule } }) => {
      const { id } = await setStopRule(ctx.db, ctx.experiment, rule);
      ctx.tell(`set a ${rule.kind === "safety" ? "stop" : "talk"} rule: ${rule.words}`, {
        wrote: true,
        stopRuleId: id,
      });
      return { stopRuleId: id };
    }),

  removeStopRule: changeExperiment
    .meta({ may: "setStopRule" })
    .input(z.object({ stopRuleId: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      const rule = await removeStopRule(ctx.db, ctx.experiment, input.stopRuleId);
      ctx.tell(`took a rule off: ${rule}`, { wrote: true, stopRuleId: input.stopRuleId });
      return {};
    }),
});
