import type { Db } from "@/db/client";
import { inParallel, together } from "@/db/together";
import { listReviews } from "@/server/boards/review-queries";
import { listPauses } from "@/server/experiments/pause-queries";
import type { ExperimentInReach } from "@/server/experiments/queries";
import { listAnswers } from "@/server/permissions/answering/queries";
import { listReplies } from "@/server/permissions/answering/reply-queries";
import { findLimits, listRequests } from "@/server/permissions/asking/queries";
import { findEnding, findHighestScore, listGranted } from "@/server/permissions/asking/renewal-queries";
import { listCarriers } from "@/server/permissions/coverage/carrier-queries";
import { findRecordId } from "@/server/permissions/record/queries";
import { findTerms } from "@/server/permissions/terms/queries";
import { listUses } from "@/server/standing/queries";

/** All that pages say of an experiment's permission, in one statement: each of them shows several parts of it. */
export const findWholePermission = (db: Db, experiment: ExperimentInReach) =>
  together(db, (one) =>
    inParallel({
      terms: findTerms(one, experiment.id),
      carriers: listCarriers(one, experiment),
      requests: listRequests(one, experiment.id),
      answers: listAnswers(one, experiment.id),
      replies: listReplies(one, experiment.id),
      reviews: listReviews(one, experiment.id),
      uses: listUses(one, experiment.id),
      pauses: listPauses(one, experiment.id),
      recordId: findRecordId(one, experiment.id),
      highestScore: findHighestScore(one, experiment.id),
      granted: listGranted(one, experiment.id),
      ending: findEnding(one, experiment.id),
      limits: findLimits(one, experiment.systemId),
    }),
  );
