import type { Db } from "@/db/client";
import { inParallel, together } from "@/db/together";
import { listFigures, listWaitingSentences } from "@/server/home/card-queries";
import {
  type HomeExperiment,
  listMyExperiments,
  listRequestsToAnswer,
  listResultsToAdd,
  listReviewsToAnswer,
  MOST_ON_HOME,
  type Places,
} from "@/server/home/queries";
import { listProposalsFor } from "@/server/leaders/queries";
import { listSystems } from "@/server/organisations/queries";
import { findWho } from "@/server/people/queries";
import { router, signedIn } from "@/server/trpc";
import { answersFor, type Who } from "@/server/who";

const nothing = Promise.resolve([]);

export const homeRouter = router({
  /** The person's tasks, their experiments, and those they answer for. */
  mine: signedIn.query(async ({ ctx: { db, person } }) => {
    const who = await findWho(db, person.id);
    const systemIds = new Set([...who.memberships, ...who.standsInFor].map(({ systemId }) => systemId));
    const answered = [...systemIds].flatMap((systemId) =>
      [...new Set(answersFor(who, systemId))].map((organisationId) => ({ systemId, organisationId })),
    );
    const answers = answered.length > 0;
    const { cards, ...theirs } = await together(db, (one) =>
      inParallel({
        systems: listSystems(one),
        cards: listCards(one, who, answered),
        requests: answers ? listRequestsToAnswer(one, who, answered) : nothing,
        /** Leaders to be who wait for this leader's word. */
        leaders: answers ? listProposalsFor(one, person.id) : nothing,
        results: listResultsToAdd(one, who),
        reviews: who.seats.length > 0 ? listReviewsToAnswer(one, who) : nothing,
      }),
    );
    return {
      ...theirs,
      ...cards,
      answersForSomebody: answered.some(({ systemId }) => theirs.systems.some(({ id }) => id === systemId)),
      sitsOnBoard: who.seats.length > 0,
      worksSomewhere: who.memberships.length > 0,
    };
  }),
});

/** The person's experiments with what their cards say. */
async function listCards(db: Db, who: Who, answered: Places) {
  const all = await listMyExperiments(db, who, answered);
  const own = all.filter(({ onTeam }) => onTeam);
  const carried = all.filter(({ onTeam }) => !onTeam);
  const shown = new Set([own, carried].flatMap((some) => some.slice(0, MOST_ON_HOME)));
  const experiments = all.filter((experiment) => shown.has(experiment));
  const idsOf = (which: (experiment: HomeExperiment) => boolean) => experiments.filter(which).map(({ id }) => id);
  const asked = experiments.filter(({ onTeam, stage }) => onTeam && stage === "asked");
  const { waiting, figures } = await together(db, (one) =>
    inParallel({
      waiting: listWaitingSentences(one, asked),
      figures: listFigures(one, {
        dipsOf: idsOf(({ stage }) => stage === "running"),
        chartsOf: idsOf(({ onTeam, stage }) => onTeam && (stage === "running" || stage === "paused")),
      }),
    }),
  );
  const { dips, charts } = figures;
  const cards = experiments.map((experiment) => ({
    ...experiment,
    /** For its team: who the request is waiting for, and the chart's sentence. */
    waiting: waiting.get(experiment.id) ?? null,
    chart: charts.get(experiment.id) ?? null,
    dips: (dips.get(experiment.id) ?? []).map(({ status, short }) => ({ status, short })),
  }));
  /** `more`: there are more than are shown. */
  return { experiments: cards, more: all.length > experiments.length };
}
