import type { Db } from "@/db/client";
import { listFigures, listWaitingSentences } from "@/server/home/card-queries";
import {
  type HomeExperiment,
  listMyExperiments,
  listRequestsToAnswer,
  listResultsToAdd,
  listReviewsToAnswer,
  type Places,
} from "@/server/home/queries";
import { listProposalsFor } from "@/server/leaders/queries";
import { listSystems } from "@/server/organisations/queries";
import { findWho } from "@/server/people/queries";
import { router, signedIn } from "@/server/trpc";
import { answersFor, type Who } from "@/server/who";

export const homeRouter = router({
  /** The person's tasks, their experiments, and those they answer for. */
  mine: signedIn.query(async ({ ctx: { db, person } }) => {
    const [who, systems] = await Promise.all([findWho(db, person.id), listSystems(db)]);
    const answered = systems.flatMap(({ id: systemId }) =>
      [...new Set(answersFor(who, systemId))].map((organisationId) => ({ systemId, organisationId })),
    );
    const [experiments, requests, leaders, results, reviews] = await Promise.all([
      listCards(db, who, answered),
      answered.length > 0 ? listRequestsToAnswer(db, who, answered) : [],
      answered.length > 0 ? listProposalsFor(db, person.id) : [],
      listResultsToAdd(db, who),
      who.seats.length > 0 ? listReviewsToAnswer(db, who) : [],
    ]);
    return {
      systems,
      answersForSomebody: answered.length > 0,
      sitsOnBoard: who.seats.length > 0,
      worksSomewhere: who.memberships.length > 0,
      experiments,
      requests,
      /** Leaders to be who wait for this leader's word. */
      leaders,
      results,
      reviews,
    };
  }),
});

/** The person's experiments with what their cards say. */
async function listCards(db: Db, who: Who, answered: Places) {
  const experiments = await listMyExperiments(db, who, answered);
  const idsOf = (which: (experiment: HomeExperiment) => boolean) => experiments.filter(which).map(({ id }) => id);
  const [waiting, { dips, charts }] = await Promise.all([
    listWaitingSentences(
      db,
      experiments.filter(({ onTeam, stage }) => onTeam && stage === "asked"),
    ),
    listFigures(db, {
      dipsOf: idsOf(({ stage }) => stage === "running"),
      chartsOf: idsOf(({ onTeam, stage }) => onTeam && (stage === "running" || stage === "paused")),
    }),
  ]);
  return experiments.map((experiment) => ({
    ...experiment,
    /** For its team: who the request is waiting for, and the chart's sentence. */
    waiting: waiting.get(experiment.id) ?? null,
    chart: charts.get(experiment.id) ?? null,
    dips: (dips.get(experiment.id) ?? []).map(({ status, short }) => ({ status, short })),
  }));
}
