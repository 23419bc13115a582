import { cache } from "react";
import { api } from "@/server/caller";
import type { PermissionAsk } from "@/server/permissions/answering/one-page";
import { promiseToBeginWith } from "@/server/permissions/answering/promise";
import { otherAnswers } from "../other-answers";

/** The request a leader reads, and everything both of its pages say of it: the one named in the address, or the latest open one. */
export const readRequest = cache(async (experimentId: string, named?: string) => {
  const [experiment, standing] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.permissions.overview({ experimentId }),
  ]);
  const open = standing.requests.find((request) => !request.takenBack && !request.ended);
  const requestId = standing.requests.find((request) => request.id === named)?.id ?? open?.id;
  if (!requestId) return { experiment, found: null };
  const [request, dips] = await Promise.all([
    api.permissions.request({ experimentId, requestId }),
    api.permissions.dips({ experimentId }),
  ]);
  const mine = request.canAnswerFor.map((carrier) => carrier.organisationId);
  const asked: PermissionAsk = {
    requestedBy: request.requestedBy,
    terms: request.terms,
    problem: experiment.problem,
    because: experiment.predictionBecause ?? "",
    outlooks: new Map(dips.map(({ id, outlook }) => [id, outlook.inShort])),
    others: otherAnswers(request.carriers, request.boards, mine),
    promise: promiseToBeginWith(request.terms),
  };
  return { experiment, found: { request, dips, asked } };
});
