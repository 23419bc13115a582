import type { Db } from "@/db/client";
import { daysBetween } from "@/server/days";
import { Refusal, refuse } from "@/server/errors";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import type { ExperimentInReach } from "@/server/experiments/queries";
import { letItEndInput } from "@/server/permissions/asking/input";
import { renewalNumber, whyBoard, whyNotDecideEnd } from "@/server/permissions/asking/renewal";
import {
  findEnding,
  findHighestScore,
  findLetEnd,
  listRenewable,
  savePermissionEnding,
} from "@/server/permissions/asking/renewal-queries";
import { letPermissionEnd } from "@/server/permissions/journal-sentences";

/** The permission that is near its end, which renewal would follow it, and why nothing is to decide, if nothing is. */
async function atTheEnd(db: Db, experiment: ExperimentInReach) {
  const ending = await findEnding(db, experiment.id);
  const renewal = renewalNumber(await listRenewable(db, experiment.id), ending?.id);
  return {
    ending: ending ? { ...ending, daysLeft: daysBetween(experiment.today, ending.endsOn) } : null,
    renewal,
    boardNeeded: whyBoard({ highestScore: await findHighestScore(db, experiment.id), renewal }),
    whyNot: whyNotDecideEnd(ending, experiment.today, experiment.ended),
    letEnd: ending ? await findLetEnd(db, ending.id) : null,
  };
}

/** The end of a permission: longer is a new, linked request (see the draft); letting it end is as easy, and written down too. */
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
