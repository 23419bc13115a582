import { refuseUnlessAcknowledged } from "@/server/dips/combined-dips";
import { listDipOutlooks } from "@/server/dips/outlook-queries";
import { Refusal, refuse } from "@/server/errors";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { refuseImpossibleConditions } from "@/server/permissions/answering/condition-queries";
import { conditionsOf } from "@/server/permissions/answering/conditions";
import { answerInput, withdrawInput } from "@/server/permissions/answering/input";
import { whyNotSecondYes } from "@/server/permissions/answering/one-yes";
import { listYeses } from "@/server/permissions/answering/one-yes-queries";
import { pauseProcedures } from "@/server/permissions/answering/pause-procedures";
import { answeringProcedures } from "@/server/permissions/answering/procedures";
import { answerRequest, listAnswers, withdrawPermission } from "@/server/permissions/answering/queries";
import { whyNotAnswer } from "@/server/permissions/asking/ask";
import { askProcedure } from "@/server/permissions/asking/ask-procedure";
import { draftProcedures } from "@/server/permissions/asking/draft-procedures";
import { takeBackInput } from "@/server/permissions/asking/input";
import { findRequest } from "@/server/permissions/asking/queries";
import { whyBoard } from "@/server/permissions/asking/renewal";
import { renewalProcedures } from "@/server/permissions/asking/renewal-procedures";
import { cardProcedures } from "@/server/permissions/coverage/card-procedures";
import { listCarriers } from "@/server/permissions/coverage/carrier-queries";
import { coverProcedures } from "@/server/permissions/coverage/procedures";
import { answeredRequest, tookRequestBack } from "@/server/permissions/journal-sentences";
import { recordProcedures } from "@/server/permissions/record/procedures";
import { findWholePermission } from "@/server/permissions/whole-queries";
import { router } from "@/server/trpc";
import { fromLeeway, sentence } from "@/server/typed-words";
import { answersFor, inPlaceOf, mayAnswerFor } from "@/server/who";

export const permissionsRouter = router({
  ...answeringProcedures,
  ...askProcedure,
  ...cardProcedures,
  ...coverProcedures,
  ...draftProcedures,
  ...pauseProcedures,
  ...renewalProcedures,
  ...recordProcedures,

  /** The carriers, requests and answers of an experiment. */
  overview: onExperiment.query(async ({ ctx }) => {
    const { db, experiment } = ctx;
    const { terms, carriers, requests, recordId, answers, highestScore } = await findWholePermission(db, experiment);
    return {
      ...{ terms, carriers, requests, recordId, answers },
      /** Why a board must say yes too because of a high score; null when it need not. */
      boardNeeded: whyBoard({ highestScore, renewal: 0 }),
      today: experiment.today,
    };
  }),

  takeBack: changeExperiment
    .meta({ may: "takeBackRequest" })
    .input(takeBackInput)
    .mutation(async ({ ctx, input: { requestId, reason } }) => {
      const request = await findRequest(ctx.db, ctx.experiment.id, requestId);
      if (request.takenBack) refuse("It has been taken back already.");
      await withdrawPermission(ctx.db, ctx.experiment, ctx.person.id, { requestId, organisationId: null, reason });
      ctx.journal(tookRequestBack(reason), { news: { kind: "taken back" }, details: { requestId } });
      return {};
    }),

  answer: changeExperiment
    .meta({ may: "answerRequest" })
    .input(answerInput)
    .mutation(async ({ ctx, input }) => {
      const { db, experiment, who, person } = ctx;
      const { organisationId, requestId, termsHash, answer, inWords } = input;
      const request = await findRequest(db, experiment.id, requestId);
      const carrier = (await listCarriers(db, experiment)).find(
        (candidate) => candidate.organisationId === organisationId,
      );
      if (!carrier || !mayAnswerFor(who, experiment).includes(organisationId)) {
        throw new Refusal([], { organisationId: "Choose an organisation that you answer for and that carries a risk" });
      }
      const reason =
        whyNotAnswer({ ...request, hashOnScreen: termsHash }, await listAnswers(db, experiment.id), organisationId) ??
        whyNotSecondYes(who, await listYeses(db, request.id), organisationId);
      if (reason) refuse(reason);
      if (answer === "yes with conditions") await refuseImpossibleConditions(db, request, input, experiment.today);
      const conditions = conditionsOf(input);
      if (answer.startsWith("yes") && !input.acknowledgesCombinedDips) {
        refuseUnlessAcknowledged(await listDipOutlooks(db, experiment), organisationId);
      }
      await answerRequest(db, experiment, person.id, {
        organisationId,
        inPlaceOf: inPlaceOf(who, experiment, organisationId),
        input: { requestId, termsHash, answer, inWords, ...conditions },
      });
      const endsOn = conditions.endsOn ?? request.endsOn;
      const act = answeredRequest(answer, carrier.organisation, endsOn, inWords ?? "");
      const kind = answer === "question" ? "question" : "answered";
      const promise = answer === "yes" ? inWords : undefined;
      ctx.journal(act, { news: { kind }, details: { requestId, organisationId, termsHash, promise } });
      return {};
    }),

  withdraw: changeExperiment
    .meta({ may: "withdrawPermission" })
    .input(withdrawInput)
    .mutation(async ({ ctx, input: { requestId, organisationId, reason } }) => {
      const { db, experiment, who, person } = ctx;
      const request = await findRequest(db, experiment.id, requestId);
      const carrier = (await listCarriers(db, experiment)).find(
        (candidate) => candidate.organisationId === organisationId,
      );
      // Also before an answer: an answer sent at the same time is then refused
      const closed = request.withdrawnFor.includes(organisationId) || request.takenBack || request.ended;
      if (!carrier || closed) refuse("There is no permission of that organisation to take back.");
      if (!answersFor(who, experiment.systemId).includes(organisationId)) {
        throw new Refusal([], { organisationId: "Choose an organisation that you answer for" });
      }
      await withdrawPermission(db, experiment, person.id, { requestId, organisationId, reason });
      const act = sentence`took back the permission of ${fromLeeway(carrier?.organisation ?? "")}: ${reason}`;
      ctx.journal(act, { news: { kind: "withdrawn" }, details: { requestId, organisationId } });
      return {};
    }),
});
