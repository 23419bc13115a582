import type { Db } from "@/db/client";
import { inParallel, together } from "@/db/together";
import { listDipOutlooks } from "@/server/dips/outlook-queries";
import type { ExperimentInReach } from "@/server/experiments/queries";
import { countPrepared, findDraft } from "@/server/permissions/asking/draft-queries";
import { daysAfter, renewalNumber, whyBoard, whyNotRenew } from "@/server/permissions/asking/renewal";
import { listBoardsToAsk, listRenewable } from "@/server/permissions/asking/renewal-queries";
import type { Asking } from "@/server/permissions/asking/tasks";
import { findWholePermission } from "@/server/permissions/whole-queries";
import type { Fit } from "@/server/standing/fits";
import { listFits } from "@/server/standing/queries";

/** Everything known of the request that a team prepares. */
export async function findAsking(db: Db, experiment: ExperimentInReach) {
  const { id, stage, today, systemId, carrierIds } = experiment;
  const { terms, carriers, requests, granted, highestScore, limits } = await findWholePermission(db, experiment);
  const dips = await listDipOutlooks(db, experiment);
  const { draft, earlier, counts, boards, fits } = await together(db, (one) =>
    inParallel({
      draft: findDraft(one, id),
      earlier: listRenewable(one, id),
      counts: countPrepared(one, id),
      boards: listBoardsToAsk(one, systemId),
      fits: listFits(one, experiment),
    }),
  );
  const renewed = draft.renewsId ? requests.find((request) => request.id === draft.renewsId) : undefined;
  const problem = draft.renewsId ? whyNotRenew(earlier.find((request) => request.id === draft.renewsId)) : null;
  const { fromOn, endsOn } = draft;
  const chosen = fromOn && endsOn ? { fromOn, endsOn } : renewed && daysAfter(renewed.endsOn);
  const nth = chosen ? renewalNumber(granted, carrierIds, chosen) : 0;
  const boardNeeded = whyBoard({ highestScore, renewal: nth });
  return {
    stage,
    today,
    ...limits,
    draft,
    terms,
    carriers,
    ...counts,
    dips: dips.map((dip) => ({ ...dip, measure: dip.measure.name })),
    /** For each carrier, the standing permission that covers it or why none does. */
    fits,
    stopRules: terms.stopRules.length,
    highestScore,
    boardNeeded,
    boards: boardNeeded ? boards : [],
    renewal: renewed ? { problem, nth: Math.max(1, nth), fromOn: renewed.fromOn, endsOn: renewed.endsOn } : null,
  } satisfies Asking & { highestScore: number; fits: Map<string, Fit> };
}
