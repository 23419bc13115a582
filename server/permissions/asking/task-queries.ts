import type { Db } from "@/db/client";
import { listDipOutlooks } from "@/server/dips/outlook-queries";
import type { ExperimentInReach } from "@/server/experiments/queries";
import { listMeasuresOfExperiment } from "@/server/measures/queries";
import { findDraft } from "@/server/permissions/asking/draft-queries";
import { findLongestMonths, listRequests } from "@/server/permissions/asking/queries";
import { daysAfter, whyBoard, whyNotRenew } from "@/server/permissions/asking/renewal";
import {
  findHighestScore,
  findRenewalNumber,
  listBoardsToAsk,
  listRenewable,
} from "@/server/permissions/asking/renewal-queries";
import type { Asking } from "@/server/permissions/asking/tasks";
import { listCarriers } from "@/server/permissions/coverage/carrier-queries";
import { findTerms } from "@/server/permissions/terms/queries";
import { listRiskDrafts } from "@/server/risks/draft-queries";

/** Everything known of the request that a team prepares. */
export async function findAsking(db: Db, experiment: ExperimentInReach) {
  const { id, stage, today, systemId } = experiment;
  const [draft, terms, dips, earlier] = [
    await findDraft(db, id),
    await findTerms(db, id),
    await listDipOutlooks(db, experiment),
    await listRenewable(db, id),
  ];
  const renewed = draft.renewsId
    ? (await listRequests(db, id)).find((request) => request.id === draft.renewsId)
    : undefined;
  const problem = draft.renewsId ? whyNotRenew(earlier.find((request) => request.id === draft.renewsId)) : null;
  const { fromOn, endsOn } = draft;
  const chosen = fromOn && endsOn ? { fromOn, endsOn } : renewed && daysAfter(renewed.endsOn);
  const nth = chosen ? await findRenewalNumber(db, experiment, chosen) : 0;
  const highestScore = await findHighestScore(db, id);
  const boardNeeded = whyBoard({ highestScore, renewal: nth });
  return {
    stage,
    today,
    longestMonths: await findLongestMonths(db, systemId),
    draft,
    terms,
    carriers: await listCarriers(db, experiment),
    measures: (await listMeasuresOfExperiment(db, id)).length,
    halfWritten: (await listRiskDrafts(db, id)).length,
    dips: dips.map((dip) => ({ ...dip, measure: dip.measure.name })),
    stopRules: terms.stopRules.length,
    highestScore,
    boardNeeded,
    boards: boardNeeded ? await listBoardsToAsk(db, systemId) : [],
    renewal: renewed ? { problem, nth: Math.max(1, nth), fromOn: renewed.fromOn, endsOn: renewed.endsOn } : null,
  } satisfies Asking & { highestScore: number };
}
