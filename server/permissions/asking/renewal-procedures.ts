import type { Db } from "@/db/client";
import { daysBetween } from "@/server/days";
import { Refusal, refuse } from "@/server/errors";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import type { ExperimentInReach } from "@/server/experiments/queries";
import { letItEndInput } from "@/server/permissions/asking/input";
import { daysAfter, renewalNumber, whyBoard, whyNotDecideEnd } from "@/server/permissions/asking/renewal";
import { savePermissionEnding } from "@/server/permissions/asking/renewal-queries";
import { letPermissionEnd } from "@/server/permissions/journal-sentences";
import { findWholePermission } from "@/server/permissions/whole-queries";

/** The permission near its end, the number of its next renewal, and why there is nothing to decide yet, if so. */
async function atTheEnd(db: Db, experiment: ExperimentInReach) {
  const { ending, granted, highestScore } = await findWholePermission(db, experiment);
  const renewal = ending ? renewalNumber(granted, experiment.carrierIds, daysAfter(ending.endsOn)) : 0;
  return {
    ending: ending ? { ...ending, daysLeft: daysBetween(experiment.today, ending.endsOn) } : null,
    renewal,
    boardNeeded: whyBoard({ highestScore, renewal }),
    whyNot: whyNotDecideEnd(ending, experiment.today, experiment.ended),
    letEnd: ending?.letEnd ?? null,
  };
}

/** The end of a permission: renewed by a new request (see the draft), or left to end, which is recorded. */
export const renewalProcedures = {
  atTheEnd: onExperiment.query(({ ctx }) => atTheEnd(ctx.db, ctx.experiment)),

  letItEnd: changeExperiment
    .meta({ may: "letItEnd" })
    .input(letItEndInput)
    .mutation(async ({ ctx, input: { requestId, reason } }) => {
      const { ending, whyNot } = await atTheEnd(ctx.db, ctx.experiment);
      if (whyNot) refuse(whyNot);
      if (ending?.id !== requestId)
        throw new Refusal(["That permission is not the latest any more. Load the page again."]);
      const why = reason?.trim() || null;
      await savePermissionEnding(ctx.db, ctx.experiment, ctx.person.id, { requestId, reason: why });
      ctx.journal(letPermissionEnd(ending.endsOn, why), { details: { requestId } });
      return {};
    }),
};
