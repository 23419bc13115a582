import type { Db } from "@/db/client";
import {
  listAnsweringDifferences,
  listStageDifferences,
  rebuildAnswering,
  rebuildStages,
} from "@/server/experiments/kept-stages-queries";
import { listSeriesDifferences, rebuildSeries } from "@/server/measures/series-check-queries";
import type { listIds } from "./queries";

/** What is kept ready in rows of its own, beside what it is worked out from. */
export type KindOfFacts = {
  /** "series": as the command names it. */
  name: string;
  /** What has such facts. */
  of: Parameters<typeof listIds>[1];
  /** The differences from what it is worked out from, as sentences without figures; of few ids at a time. */
  differences: (db: Db, ids: readonly string[]) => Promise<string[]>;
  rebuild: (db: Db, ids: readonly string[]) => Promise<void>;
};

export const kindsOfFacts: readonly KindOfFacts[] = [
  {
    name: "answering days",
    of: "organisations",
    differences: async (db, organisationIds) =>
      (await listAnsweringDifferences(db, organisationIds)).map(
        (id) => `The days on which somebody answers for organisation ${id} are not those that are kept.`,
      ),
    rebuild: rebuildAnswering,
  },
  {
    name: "stages",
    of: "experiments",
    differences: async (db, experimentIds) =>
      (await listStageDifferences(db, experimentIds)).map(
        (id) => `The stages of experiment ${id} are not those that are kept.`,
      ),
    rebuild: rebuildStages,
  },
  {
    name: "series",
    of: "measures",
    differences: async (db, measureIds) =>
      (await listSeriesDifferences(db, measureIds)).map(
        ({ measureId, periodOn, problem }) => `The value of measure ${measureId} from ${periodOn} ${problem}.`,
      ),
    rebuild: rebuildSeries,
  },
];
