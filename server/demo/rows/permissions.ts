import type {
  acceptedConditions,
  permissionAnswers,
  permissionDrafts,
  permissionEndings,
  permissionReplies,
  permissionRequests,
  permissionWithdrawals,
} from "@/db/schema";
import { hashMaterial, hashTerms, inOrder } from "@/server/permissions/terms/terms";
import { demoId } from "../ids";
import { type DemoSystem, minutesAfter } from "./demo-system";
import { termsOfRequest } from "./terms";

/** Requests to leaders, with drafts, answers, replies, accepted conditions and withdrawals. */
export function permissionRows(system: DemoSystem) {
  const { world, calendar, systemId } = system;
  const rows = {
    drafts: [] as (typeof permissionDrafts.$inferInsert)[],
    requests: [] as (typeof permissionRequests.$inferInsert)[],
    answers: [] as (typeof permissionAnswers.$inferInsert)[],
    replies: [] as (typeof permissionReplies.$inferInsert)[],
    acceptedConditions: [] as (typeof acceptedConditions.$inferInsert)[],
    withdrawals: [] as (typeof permissionWithdrawals.$inferInsert)[],
    endings: [] as (typeof permissionEndings.$inferInsert)[],
  };
  for (const experiment of world.experiments) {
    const { key, requestDraft } = experiment;
    if (requestDraft) {
      const { by, at, from, until, renews, whyLonger } = requestDraft;
      rows.drafts.push({
        systemId,
        experimentId: demoId(`experiment/${key}`),
        fromOn: from && calendar.day(from),
        endsOn: until && calendar.day(until),
        renewsId: renews ? demoId(`request/${key}/${renews}`) : null,
        whyLonger,
        editedBy: demoId(`person/${by}`),
        editedAt: calendar.instant(at),
      });
    }
    experiment.requests?.forEach((request, index) => {
      const id = demoId(`request/${key}/${index + 1}`);
      const terms = termsOfRequest(system, experiment, request);
      const termsHash = hashTerms(terms);
      rows.requests.push({
        id,
        systemId,
        experimentId: demoId(`experiment/${key}`),
        terms: inOrder(terms),
        termsHash,
        materialHash: hashMaterial(terms),
        fromOn: terms.fromOn,
        endsOn: terms.endsOn,
        renewsId: request.renews ? demoId(`request/${key}/${index}`) : null,
        requestedBy: demoId(`person/${request.by}`),
        requestedAt: calendar.instant(request.at),
      });
      request.answers.forEach((given, place) => {
        const answerId = demoId(`answer/${key}/${index + 1}/${place + 1}`);
        rows.answers.push({
          id: answerId,
          systemId,
          requestId: id,
          organisationId: demoId(`organisation/${given.for}`),
          answer: given.answer,
          inWords: calendar.replaceDates(given.inWords),
          endsOn: given.until ? calendar.day(given.until) : null,
          termsHash,
          answeredBy: demoId(`person/${given.by}`),
          answeredAt: calendar.instant(given.at),
        });
        if (given.answer === "yes with conditions") {
          rows.acceptedConditions.push({
            id: demoId(`accepted/answer/${key}/${index + 1}/${place + 1}`),
            systemId,
            answerId,
            acceptedBy: demoId(`person/${request.by}`),
            acceptedAt: calendar.instant(minutesAfter(given.at, 50)),
          });
        }
        if (given.reply) {
          const { by, at, inWords } = given.reply;
          rows.replies.push({
            id: demoId(`reply/${key}/${index + 1}/${place + 1}`),
            systemId,
            answerId,
            inWords: calendar.replaceDates(inWords),
            repliedBy: demoId(`person/${by}`),
            repliedAt: calendar.instant(at),
          });
        }
      });
      if (request.takenBack) {
        rows.withdrawals.push({
          id: demoId(`withdrawal/${key}/${index + 1}`),
          systemId,
          requestId: id,
          reason: request.takenBack.reason,
          withdrawnBy: demoId(`person/${request.takenBack.by}`),
          withdrawnAt: calendar.instant(request.takenBack.at),
        });
      }
      if (request.letEnd) {
        rows.endings.push({
          id: demoId(`ending/${key}/${index + 1}`),
          systemId,
          requestId: id,
          reason: request.letEnd.reason,
          decidedBy: demoId(`person/${request.letEnd.by}`),
          decidedAt: calendar.instant(request.letEnd.at),
        });
      }
    });
  }
  return rows;
}
