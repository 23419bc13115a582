import { listReviews } from "@/server/boards/review-queries";
import { daysBetween, londonDay } from "@/server/days";
import { listDipOutlooks } from "@/server/dips/outlook-queries";
import { stopRuleInWords } from "@/server/dips/stop-rule-in-words";
import { listPauses } from "@/server/experiments/pause-queries";
import { onExperiment } from "@/server/experiments/procedure";
import { findStory } from "@/server/experiments/queries";
import { listAnswers } from "@/server/permissions/answering/queries";
import { findAnswerWithinDays, listRequests } from "@/server/permissions/asking/queries";
import { boardsSaid, cardStatus, firstEnd } from "@/server/permissions/coverage/card";
import { listCarriers } from "@/server/permissions/coverage/carrier-queries";
import { findTerms } from "@/server/permissions/terms/queries";
import { listUses } from "@/server/standing/queries";

/** The permission card: status, last day, dips and stop rules. */
export const cardProcedures = {
  card: onExperiment.query(async ({ ctx: { db, experiment } }) => {
    const { id, stage, today } = experiment;
    const carriers = await listCarriers(db, experiment);
    const dips = await listDipOutlooks(db, experiment);
    const [latest] = await listRequests(db, id);
    const uses = (await listUses(db, id)).filter((use) => !use.ended && !use.withdrawn);
    const covering = carriers.filter((carrier) => carrier.covering).map((carrier) => carrier.organisationId);
    const yeses = (await listAnswers(db, id)).filter(
      ({ answer, organisationId }) => answer.startsWith("yes") && covering.includes(organisationId),
    );
    const { stopRules } = await findTerms(db, id);
    const withdrawn = latest?.withdrawals.at(-1) ?? null;
    const status = cardStatus({
      ...{ stage, today, carriers, withdrawn },
      dips: dips.map((dip) => dip.today),
      lastTurn: (await findStory(db, id)).lastTurn,
      pauses: await listPauses(db, id),
      waitingDays: latest ? daysBetween(londonDay(latest.requestedAt), today) : null,
      answerWithinDays: await findAnswerWithinDays(db, experiment.systemId),
      ownWords: [...new Set(uses.map((use) => use.words))],
    });
    return {
      ...status,
      carried: carriers.length > 0,
      /** Who gave the permission in force: the latest yes of each organisation. */
      saidYes: [...new Set(new Map(yeses.map((yes) => [yes.organisationId, yes.by])).values())],
      ownWord: uses.length > 0,
      endsOn: firstEnd(carriers),
      dips: dips.map(({ id: dipId, measure, worstValue, endsOn }) => ({ id: dipId, measure, worstValue, endsOn })),
      boards: boardsSaid(await listReviews(db, id)),
      stopRules: stopRules.map(stopRuleInWords),
    };
  }),
};
