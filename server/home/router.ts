import { listDipsToday } from "@/server/dips/outlook-queries";
import { listChartSentences, listWaitingSentences } from "@/server/home/card-queries";
import { listMyExperiments, listRequestsToAnswer, listResultsToAdd, listReviewsToAnswer } from "@/server/home/queries";
import { listProposalsFor } from "@/server/leaders/queries";
import { listSystems } from "@/server/organisations/queries";
import { findWho } from "@/server/people/queries";
import { router, signedIn } from "@/server/trpc";
import { answersFor } from "@/server/who";

export const homeRouter = router({
  /** The person's tasks, their experiments, and those they answer for. */
  mine: signedIn.query(async ({ ctx: { db, person } }) => {
    const who = await findWho(db, person.id);
    const systems = await listSystems(db);
    const answered = systems.flatMap(({ id: systemId }) =>
      [...new Set(answersFor(who, systemId))].map((organisationId) => ({ systemId, organisationId })),
    );
    const experiments = await listMyExperiments(db, who, answered);
    const running = experiments.filter((experiment) => experiment.stage === "running").map(({ id }) => id);
    const dips = await listDipsToday(db, running);
    const teams = experiments.filter((experiment) => experiment.onTeam);
    const waiting = await listWaitingSentences(
      db,
      teams.filter((experiment) => experiment.stage === "asked"),
    );
    const charts = await listChartSentences(
      db,
      teams.filter(({ stage }) => stage === "running" || stage === "paused").map(({ id }) => id),
    );
    return {
      systems,
      answersForSomebody: answered.length > 0,
      sitsOnBoard: who.seats.length > 0,
      worksSomewhere: who.memberships.length > 0,
      experiments: experiments.map((experiment) => ({
        ...experiment,
        /** For its team: who the request is waiting for, and the chart's sentence. */
        waiting: waiting.get(experiment.id) ?? null,
        chart: charts.get(experiment.id) ?? null,
        dips: dips.filter((dip) => dip.experimentId === experiment.id).map(({ status, short }) => ({ status, short })),
      })),
      requests: answered.length > 0 ? await listRequestsToAnswer(db, who, answered) : [],
      /** Leaders to be who wait for this leader's word. */
      leaders: answered.length > 0 ? await listProposalsFor(db, person.id) : [],
      results: await listResultsToAdd(db, who),
      reviews: who.seats.length > 0 ? await listReviewsToAnswer(db, who) : [],
    };
  }),
});
