import { z } from "zod";
import { inParallel, together } from "@/db/together";
import { daysBetween, londonDay } from "@/server/days";
import { NotFound, refuse } from "@/server/errors";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { listConditions } from "@/server/permissions/answering/condition-queries";
import { differsFromAsked } from "@/server/permissions/answering/conditions";
import { listHeldRoles, listInPlaceOf } from "@/server/permissions/answering/held-role-queries";
import { replyInput } from "@/server/permissions/answering/input";
import { whyNotSecondYes } from "@/server/permissions/answering/one-yes";
import { listYeses } from "@/server/permissions/answering/one-yes-queries";
import { findQuestion, saveReply } from "@/server/permissions/answering/reply-queries";
import { inWhoseName, whyNotTheirs } from "@/server/permissions/answering/whose-answer";
import { whyNotAnswer } from "@/server/permissions/asking/ask";
import { findRequest } from "@/server/permissions/asking/queries";
import { renewalNumber } from "@/server/permissions/asking/renewal";
import { listBoardsAsked, listGranted } from "@/server/permissions/asking/renewal-queries";
import { repliedToQuestion } from "@/server/permissions/journal-sentences";
import { changesSince } from "@/server/permissions/terms/changes-since";
import { findWholePermission } from "@/server/permissions/whole-queries";
import { inPlaceOf, mayAnswerFor } from "@/server/who";

/** Reading a request, and questions and replies before the answer. */
export const answeringProcedures = {
  /** One request as a leader reads it: answers so far, changes since, and for which organisations they can answer now. */
  request: onExperiment.input(z.object({ requestId: z.uuid() })).query(async ({ ctx, input: { requestId } }) => {
    const { db, experiment, who, person } = ctx;
    const { carriers, requests, terms, ...whole } = await findWholePermission(db, experiment);
    const { request, yeses, held, boards, granted } = await together(db, (one) =>
      inParallel({
        request: findRequest(one, experiment.id, requestId),
        yeses: listYeses(one, requestId),
        held: listHeldRoles(one, experiment, person.id),
        boards: listBoardsAsked(one, requestId),
        granted: listGranted(one, experiment.id, requestId),
      }),
    );
    const answers = whole.answers.filter((answer) => answer.requestId === requestId);
    const renewed = requests.find(({ id }) => id === request.renewsId);
    const mayAnswer = mayAnswerFor(who, experiment);
    const mine = carriers.filter((carrier) => mayAnswer.includes(carrier.organisationId));
    const whyNot = whyNotTheirs(who, experiment, held, experiment.today);
    const whyNotOn = (asked: Parameters<typeof whyNotAnswer>[0], organisationId: string) =>
      whyNotAnswer(asked, answers, organisationId) ?? whyNotSecondYes(who, yeses, organisationId);
    const whyNotFor = mine.map(({ organisationId }) => whyNotOn(request, organisationId));
    const unchanged = { ...request, newerId: null, currentHash: request.materialHash };
    const canAnswerFor = whyNot.length > 0 ? [] : mine.filter((_, index) => whyNotFor[index] === null);
    const deputyFor = await listInPlaceOf(
      db,
      who.standsInFor.filter(
        ({ organisationId, leaderId }) =>
          canAnswerFor.some((carrier) => carrier.organisationId === organisationId) &&
          inPlaceOf(who, experiment, organisationId) === leaderId,
      ),
    );
    return {
      ...request,
      answers,
      carriers,
      canAnswerFor,
      /** The same if the terms had not changed: keeps what was typed until the leader has read the new terms. */
      couldAnswerFor: mine.filter(
        ({ organisationId }) => whyNot.length === 0 && whyNotOn(unchanged, organisationId) === null,
      ),
      /** Why this person cannot answer; empty when they can. */
      whyNotAnswer:
        canAnswerFor.length > 0 ? [] : [...whyNot, ...new Set(whyNotFor.filter((sentence) => sentence !== null))],
      inWhoseName: inWhoseName(deputyFor),
      boards,
      replies: whole.replies.filter((reply) => answers.some(({ id }) => id === reply.answerId)),
      changes: await changesSince(db, experiment.id, request, terms),
      /** The permission that it renews, and which renewal it is. */
      renews: renewed
        ? {
            fromOn: renewed.fromOn,
            endsOn: renewed.endsOn,
            number: Math.max(1, renewalNumber(granted, experiment.carrierIds, request)),
          }
        : null,
      /** Days since the request; questions and replies do not stop the clock. */
      waitingDays: daysBetween(londonDay(request.requestedAt), experiment.today),
    };
  }),

  /** Every yes with conditions: what it changes in the request, and whether the team can accept it now. */
  conditions: onExperiment.query(async ({ ctx: { db, experiment } }) => {
    const states = await listConditions(db, experiment.id);
    const { answers } = await findWholePermission(db, experiment);
    return answers.flatMap((answer) => {
      const state = states.find(({ answerId }) => answerId === answer.id);
      if (!state) return [];
      const { organisation, by, inPlaceOf, inWords, at } = answer;
      const differs = differsFromAsked(state.terms, answer);
      const canAccept = !state.accepted && !state.replaced && !state.over && state.sameTerms;
      return [{ answerId: answer.id, organisation, by, inPlaceOf, inWords, at, differs, canAccept }];
    });
  }),

  /** The team's replies to leaders' questions. */
  replies: onExperiment.query(async ({ ctx }) => (await findWholePermission(ctx.db, ctx.experiment)).replies),

  reply: changeExperiment
    .meta({ may: "replyToQuestion" })
    .input(replyInput)
    .mutation(async ({ ctx, input: { answerId, inWords } }) => {
      const question = await findQuestion(ctx.db, ctx.experiment.id, answerId);
      if (!question) throw new NotFound();
      if (question.replaced) {
        refuse("You have asked again since, so your reply was not saved. The leader answers the newer request.");
      }
      if (question.takenBack) refuse("The request has been taken back, so nobody waits for a reply.");
      if (question.answered) refuse(`${question.organisation} has answered since, so nobody waits for a reply.`);
      await saveReply(ctx.db, ctx.experiment, ctx.person.id, { answerId, inWords });
      const act = repliedToQuestion(question.by, question.organisation, inWords);
      ctx.journal(act, {
        news: { kind: "replied", organisationId: question.organisationId },
        details: { answerId },
      });
      return {};
    }),
};
