import { z } from "zod";
import { inParallel, together } from "@/db/together";
import { expectDipInput, setStopRuleInput } from "@/server/dips/input";
import { expectedDip, removedDip, setRule } from "@/server/dips/journal-sentences";
import { expectDip, listDips, listStopRules, removeDip, removeStopRule, setStopRule } from "@/server/dips/queries";
import { stopRuleInWords } from "@/server/dips/stop-rule-in-words";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { router } from "@/server/trpc";
import { sentence } from "@/server/typed-words";

/** Expected dips, and stop and talk rules. */
export const dipsRouter = router({
  list: onExperiment.query(({ ctx }) =>
    together(ctx.db, (one) =>
      inParallel({ dips: listDips(one, ctx.experiment.id), stopRules: listStopRules(one, ctx.experiment.id) }),
    ),
  ),

  expect: changeExperiment
    .meta({ may: "expectDip" })
    .input(expectDipInput)
    .mutation(async ({ ctx, input: dip }) => {
      const { id, measure } = await expectDip(ctx.db, ctx.experiment, dip);
      ctx.journal(expectedDip(measure, dip.worstValue, dip.endsOn), { details: { dipId: id } });
      return { dipId: id };
    }),

  removeDip: changeExperiment
    .meta({ may: "expectDip" })
    .input(z.object({ dipId: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      const measure = await removeDip(ctx.db, ctx.experiment, input.dipId);
      ctx.journal(removedDip(measure), { details: { dipId: input.dipId } });
      return {};
    }),

  setStopRule: changeExperiment
    .meta({ may: "setStopRule" })
    .input(setStopRuleInput)
    .mutation(async ({ ctx, input: rule }) => {
      const set = await setStopRule(ctx.db, ctx.experiment, rule);
      ctx.journal(setRule(rule.kind, set), { details: { stopRuleId: set.id } });
      return { stopRuleId: set.id };
    }),

  removeStopRule: changeExperiment
    .meta({ may: "setStopRule" })
    .input(z.object({ stopRuleId: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      const rule = await removeStopRule(ctx.db, ctx.experiment, input.stopRuleId);
      ctx.journal(sentence`took a rule off: ${stopRuleInWords(rule)}`, { details: { stopRuleId: input.stopRuleId } });
      return {};
    }),
});
