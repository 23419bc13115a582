import { z } from "zod";
import { Refusal } from "@/server/errors";
import { onExperiment } from "@/server/experiments/procedure";
import { lastDayOf, periodAfter, periodOf } from "@/server/measures/periods";
import { findCoverFacts, listCarrierNames } from "@/server/permissions/cover-queries";
import { coverageOf } from "@/server/permissions/coverage";
import { covered } from "@/server/permissions/covered";
import { microseconds } from "@/server/permissions/london";
import { day } from "@/server/text";

const knownAt = z.iso
  .datetime({ offset: true })
  .transform((at) => microseconds(new Date(at)))
  .optional();

const coverageInput = z.object({
  fromOn: day("Enter the first day"),
  toOn: day("Enter the last day"),
  rhythm: z.enum(["day", "week", "month"]).default("day"),
  knownAt,
});

const mostStretches = 1_100;

/** The days or periods that a stretch of time has. */
function stretchesOf({ fromOn, toOn, rhythm }: z.infer<typeof coverageInput>) {
  const stretches: { fromOn: string; toOn: string }[] = [];
  for (let on = periodOf(fromOn, rhythm); on <= toOn; on = periodAfter(on, rhythm)) {
    if (stretches.length === mostStretches) throw new Refusal([], { toOn: "Choose 3 years or less" });
    stretches.push({ fromOn: on, toOn: lastDayOf(on, rhythm) });
  }
  return stretches;
}

export const coverProcedures = {
  /** What covered an experiment for an organisation on a day; as it was known at a moment, if one is given. */
  covered: onExperiment
    .input(z.object({ organisationId: z.uuid(), day: day("Enter the day"), knownAt }))
    .query(async ({ ctx, input }) =>
      covered(await findCoverFacts(ctx.db, ctx.experiment.id), input.organisationId, input.day, input),
    ),

  /** For charts and the history: per day or period, whether every organisation that carried something was covered. */
  coverage: onExperiment.input(coverageInput).query(async ({ ctx, input }) => {
    const { db, experiment } = ctx;
    const facts = await findCoverFacts(db, experiment.id);
    const coverage = coverageOf(facts, experiment.carrierIds, stretchesOf(input), input);
    const names = await listCarrierNames(db, [...new Set(coverage.flatMap(({ missing }) => missing))]);
    return coverage.map((one) => ({ ...one, missing: one.missing.map((id) => names.get(id) ?? id).toSorted() }));
  }),
};
