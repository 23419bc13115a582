import type { Db } from "@/db/client";
import { refuse } from "@/server/errors";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import type { ExperimentInReach } from "@/server/experiments/queries";
import { renewInput } from "@/server/permissions/input";
import { renewalNumber, whyBoard, whyNotDecideEnd } from "@/server/permissions/renewal";
import { findChoiceAtEnd, findEnding, findHighestScore, listRenewable } from "@/server/permissions/renewal-queries";
import { dayInWords, daysBetween } from "@/server/words";

/** The permission that is near its end, which renewal would follow it, and why nothing is to decide, if nothing is. */
async function atTheEnd(db: Db, experiment: ExperimentInReach) {
  const ending = await findEnding(db, experiment.id);
  const renewal = renewalNumber(await listRenewable(db, experiment.id), ending?.id);
  return {
    ending: ending ? { ...ending, daysLeft: daysBetween(experiment.today, ending.endsOn) } : null,
    renewal,
    boardNeeded: whyBoard({ highestScore: await findHighestScore(db, experiment.id), renewal }),
    whyNot: whyNotDecideEnd(ending, experiment.today, experiment.ended),
    chosen: ending ? await findChoiceAtEnd(db, experiment.id, ending.id) : null,
  };
}

/** The end of a permission: longer is a new, linked request; letting it end is as easy, and both are written down. */
export const renewalProcedures = {
  atTheEnd: onExperiment.query(({ ctx }) => atTheEnd(ctx.db, ctx.experiment)),

  renew: changeExperiment
    .meta({ may: "renewPermission" })
    .input(renewInput)
    .mutation(async ({ ctx, input: { requestId, choice, reason } }) => {
      const { ending, whyNot } = await atTheEnd(ctx.db, ctx.experiment);
      if (whyNot) refuse(whyNot);
      if (ending?.id !== requestId) refuse("That permission is not the latest any more. Load the page again.");
      const day = ending ? dayInWords(ending.endsOn) : "";
      const why = reason.trim();
      const said = {
        longer: `wants to go on for longer than ${day}: ${why}`,
        "let it end": `lets the permission end on ${day}${why && `: ${why}`}`,
      };
      ctx.tell(said[choice], { atTheEndOf: requestId, choice, reason: why });
      return {};
    }),
};
