import { z } from "zod";
import { endOfLondonDay, sortableInstant } from "@/server/days";
import { Refusal } from "@/server/errors";
import { onExperiment } from "@/server/experiments/procedure";
import { lastDayOf, periodAfter, periodOf } from "@/server/measures/periods";
import { carriersOn, clippedTo, coverageOf, permissionWindows, whenOf } from "@/server/permissions/coverage/coverage";
import { covered } from "@/server/permissions/coverage/covered";
import { findCoverFacts, findCoverOverTime } from "@/server/permissions/coverage/queries";
import { day } from "@/server/text";

const knownAt = z.iso
  .datetime({ offset: true })
  .transform((at) => sortableInstant(new Date(at)))
  .optional();

const coverageInput = z.object({
  fromOn: day("Enter the first day"),
  endsOn: day("Enter the last day"),
  rhythm: z.enum(["day", "week", "month"]).default("day"),
  knownAt,
});

const maxStretches = 1_100;

/** The days or periods between two days. */
function stretchesOf({ fromOn, endsOn, rhythm }: z.infer<typeof coverageInput>) {
  const stretches: { fromOn: string; endsOn: string }[] = [];
  for (let on = periodOf(fromOn, rhythm); on <= endsOn; on = periodAfter(on, rhythm)) {
    if (stretches.length === maxStretches) throw new Refusal([], { endsOn: "Choose 3 years or less" });
    stretches.push({ fromOn: on, endsOn: lastDayOf(on, rhythm) });
  }
  return stretches;
}

export const coverProcedures = {
  /** What covered an experiment for an organisation on a day; as known at `knownAt`, if given. */
  covered: onExperiment
    .input(z.object({ organisationId: z.uuid(), day: day("Enter the day"), knownAt }))
    .query(async ({ ctx, input }) =>
      covered(await findCoverFacts(ctx.db, ctx.experiment.id), input.organisationId, input.day, input),
    ),

  /** For charts and the history: per day or period, whether all carriers were covered while the experiment was under way. */
  coverage: onExperiment.input(coverageInput).query(async ({ ctx, input }) => {
    const { db, experiment } = ctx;
    const { facts, days, names } = await findCoverOverTime(db, experiment);
    const stretches = stretchesOf(input).map((stretch) => ({ ...stretch, when: whenOf(stretch, days) }));
    const underWay = stretches.filter(({ when }) => when === "under way").map((stretch) => clippedTo(days, stretch));
    const coverage = coverageOf(facts, experiment.carrierIds, underWay, input).values();
    const results = stretches.map((stretch) => {
      const found = stretch.when === "under way" ? coverage.next().value : undefined;
      return { ...stretch, covered: found?.covered ?? false, missing: found?.missing ?? [], by: found?.by ?? [] };
    });
    return results.map((result) => ({
      ...result,
      missing: result.missing.map((id) => names.get(id) ?? id).toSorted(),
    }));
  }),

  /** Runs of days on which every carrier was covered: bars on a chart. */
  windows: onExperiment.query(async ({ ctx: { db, experiment } }) =>
    permissionWindows((await findCoverOverTime(db, experiment)).facts, experiment.carrierIds),
  ),

  /** What covered each carrier on a past day, as known at the end of that day. */
  asKnownOn: onExperiment.input(z.object({ day: day("Enter the day") })).query(async ({ ctx, input }) => {
    const { db, experiment } = ctx;
    if (input.day > experiment.today) throw new Refusal([], { day: "Choose today or a day before it" });
    const { facts, names } = await findCoverOverTime(db, experiment);
    const knownAt = endOfLondonDay(input.day);
    const carrierIds = carriersOn(facts, experiment.carrierIds, input.day, knownAt);
    const covers = carrierIds.map((id) => {
      return { organisation: names.get(id) ?? id, cover: covered(facts, id, input.day, { knownAt }) };
    });
    return covers.toSorted((a, b) => a.organisation.localeCompare(b.organisation, "en-GB"));
  }),
};
