import { daysBetween, londonDay } from "@/server/days";
import { listDipOutlooks } from "@/server/dips/outlook-queries";
import { stopRuleInWords } from "@/server/dips/stop-rule-in-words";
import { onExperiment } from "@/server/experiments/procedure";
import { findStory } from "@/server/experiments/queries";
import { boardsSaid, cardStatus, firstEnd } from "@/server/permissions/coverage/card";
import { findWholePermission } from "@/server/permissions/whole-queries";

/** The permission card: status, last day, dips and stop rules. */
export const cardProcedures = {
  card: onExperiment.query(async ({ ctx: { db, experiment } }) => {
    const { id, stage, today } = experiment;
    const { carriers, requests, answers, reviews, pauses, terms, limits, ...whole } = await findWholePermission(
      db,
      experiment,
    );
    const dips = await listDipOutlooks(db, experiment);
    const [latest] = requests;
    const uses = whole.uses.filter((use) => !use.ended && !use.withdrawn);
    const covering = carriers.filter((carrier) => carrier.covering).map((carrier) => carrier.organisationId);
    const yeses = answers.filter(
      ({ answer, organisationId }) => answer.startsWith("yes") && covering.includes(organisationId),
    );
    const withdrawn = latest?.withdrawals.at(-1) ?? null;
    const status = cardStatus({
      ...{ stage, today, carriers, withdrawn },
      dips: dips.map((dip) => dip.today),
      lastTurn: (await findStory(db, id)).lastTurn,
      pauses,
      waitingDays: latest ? daysBetween(londonDay(latest.requestedAt), today) : null,
      answerWithinDays: limits.answerWithinDays,
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
      boards: boardsSaid(reviews),
      stopRules: terms.stopRules.map(stopRuleInWords),
    };
  }),
};
