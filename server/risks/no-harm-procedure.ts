import { z } from "zod";
import { refuse } from "@/server/errors";
import { changeExperiment } from "@/server/experiments/procedure";
import { listRisks, setNoHarmForeseen } from "@/server/risks/queries";
import { fromLeeway } from "@/server/typed-words";

/** The team's word that no harm is foreseen, in the place of a risk: part of the terms, and it scores 1 (rule I1). */
export const noHarmProcedure = {
  setNoHarmForeseen: changeExperiment
    .meta({ may: "recordRisk" })
    .input(z.object({ noHarmForeseen: z.boolean() }))
    .mutation(async ({ ctx, input: { noHarmForeseen } }) => {
      const risks = await listRisks(ctx.db, ctx.experiment.id);
      if (noHarmForeseen && risks.length > 0) {
        refuse("A risk is written down, so nothing was changed. Take the risk off first if nobody can be harmed.");
      }
      await setNoHarmForeseen(ctx.db, ctx.experiment, noHarmForeseen);
      ctx.journal(fromLeeway(noHarmForeseen ? "said that no harm is foreseen" : "took back that no harm is foreseen"));
      return {};
    }),
};
