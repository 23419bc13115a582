import { z } from "zod";
import { onExperiment } from "@/server/experiments/procedure";
import { listEntries } from "@/server/journal/queries";
import { router } from "@/server/trpc";

export const journalRouter = router({
  list: onExperiment
    .input(z.object({ before: z.number().int().positive().optional() }))
    .query(({ ctx, input }) => listEntries(ctx.db, ctx.experiment.id, { before: input.before, limit: 50 })),
});
