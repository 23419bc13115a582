import { cache } from "react";
import { api } from "@/server/caller";
import type { PermissionAsk } from "@/server/permissions/answering/one-page";
import { promiseToBeginWith } from "@/server/permissions/answering/promise";
import { otherAnswers } from "../other-answers";

/** What both pages of the decision show: the request named in the address, or the latest open one. */
export const readRequest = cache(async (experimentId: string, requestParam?: string) => {
  const [experiment, { requests }] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.permissions.overview({ experimentId }),
  ]);
  const latestOpen = requests.find((request) => !request.takenBack && !request.ended);
  const requestId = requests.find((request) => request.id === requestParam)?.id ?? latestOpen?.id;
  if (!requestId) return { experiment, current: null };
  const [request, dips] = await Promise.all([
    api.permissions.request({ experimentId, requestId }),
    api.permissions.dips({ experimentId }),
  ]);
  const answersFor = request.canAnswerFor.map((carrier) => carrier.organisationId);
  const ask: PermissionAsk = {
    requestedBy: request.requestedBy,
    terms: request.terms,
    outlooks: new Map(dips.map(({ id, outlook }) => [id, outlook.inShort])),
    others: otherAnswers(request.carriers, request.boards, answersFor),
    promise: promiseToBeginWith(request.terms),
  };
  return { experiment, current: { request, dips, ask } };
});
