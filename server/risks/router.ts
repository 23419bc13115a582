import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { draftProcedures } from "@/server/risks/draft-procedures";
import { editRiskInput, recordRiskInput, removeRiskInput, riskOfNotTryingInput } from "@/server/risks/input";
import { recordedRisk, wroteRiskOfNotTrying } from "@/server/risks/journal-sentences";
import { noHarmProcedure } from "@/server/risks/no-harm-procedure";
import { editRisk, listRisks, recordRisk, removeRisk, setRiskOfNotTrying } from "@/server/risks/queries";
import { riskScoreInWords } from "@/server/risks/score";
import { router } from "@/server/trpc";
import { fromLeeway, sentence } from "@/server/typed-words";

export const risksRouter = router({
  ...draftProcedures,
  ...noHarmProcedure,

  list: onExperiment.query(({ ctx }) => listRisks(ctx.db, ctx.experiment.id)),

  record: changeExperiment
    .meta({ may: "recordRisk" })
    .input(recordRiskInput)
    .mutation(async ({ ctx, input: risk }) => {
      const recorded = await recordRisk(ctx.db, ctx.experiment, ctx.person.id, risk);
      ctx.journal(recordedRisk(risk), { details: { riskId: recorded.id } });
      return recorded;
    }),

  edit: changeExperiment
    .meta({ may: "recordRisk" })
    .input(editRiskInput)
    .mutation(async ({ ctx, input: risk }) => {
      await editRisk(ctx.db, ctx.experiment, ctx.person.id, risk);
      ctx.journal(sentence`changed a risk: ${risk.harm} (${fromLeeway(riskScoreInWords(risk))})`, {
        details: { riskId: risk.riskId },
      });
      return { riskId: risk.riskId };
    }),

  remove: changeExperiment
    .meta({ may: "recordRisk" })
    .input(removeRiskInput)
    .mutation(async ({ ctx, input }) => {
      const removed = await removeRisk(ctx.db, ctx.experiment, input.riskId);
      ctx.journal(sentence`took a risk off the list: ${removed.harm}`, { details: { riskId: input.riskId } });
      return { riskId: input.riskId };
    }),

  setRiskOfNotTrying: changeExperiment
    .meta({ may: "recordRisk" })
    .input(riskOfNotTryingInput)
    .mutation(async ({ ctx, input }) => {
      await setRiskOfNotTrying(ctx.db, ctx.experiment, input.riskOfNotTrying);
      ctx.journal(wroteRiskOfNotTrying(input.riskOfNotTrying ?? ""));
      return {};
    }),
});
