import type { Db } from "@/db/client";
import { inParallel, together } from "@/db/together";
import { listChanges, listNotes, listOnCharts } from "@/server/charts/queries";
import { listSeries } from "@/server/measures/observations/queries";
import { listMeasuresOfExperiment, listOwnTeams, listTurns } from "@/server/measures/queries";
import type { Who } from "@/server/who";

/** The measures of an experiment, their results, and all that surrounds those on charts: in two statements. */
export async function findChartsOfExperiment(db: Db, who: Who, experimentId: string) {
  const measures = await listMeasuresOfExperiment(db, experimentId);
  const ids = measures.map(({ id }) => id);
  const found = await together(db, (one) =>
    inParallel({
      series: listSeries(one, measures),
      turns: listTurns(one, experimentId),
      ownTeams: listOwnTeams(one, who, ids),
      around: listAroundCharts(one, who, ids),
    }),
  );
  return { measures, ...found };
}

/** What surrounds the charts of measures, as one statement. */
export const listAroundCharts = (db: Db, who: Who, measureIds: readonly string[]) =>
  together(db, (one) =>
    inParallel({
      rebases: listOnCharts(one, "rebases", measureIds),
      leftOut: listOnCharts(one, "leftOut", measureIds),
      notes: listNotes(one, who, measureIds),
      changes: listChanges(one, who, measureIds),
    }),
  );
