import { z } from "zod";
import { Refusal, refuse } from "@/server/errors";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { whyNotAnswer, whyNotAsk } from "@/server/permissions/ask";
import { coverProcedures } from "@/server/permissions/cover-procedures";
import { answerInput, askInput, takeBackInput, withdrawInput } from "@/server/permissions/input";
import {
  answerRequest,
  askPermission,
  findRequest,
  findTerms,
  listAnswers,
  listCarriers,
  listRequests,
  withdrawPermission,
} from "@/server/permissions/queries";
import { answersFor } from "@/server/policy";
import { router } from "@/server/trpc";
import { dayInWords, listed } from "@/server/words";

export const permissionsRouter = router({
  ...coverProcedures,

  /** Where permission stands: the carriers, the requests and every answer. */
  standing: onExperiment.query(async ({ ctx }) => {
    const { db, experiment } = ctx;
    const terms = await findTerms(db, experiment.id);
    const carriers = await listCarriers(db, experiment);
    return {
      terms,
      carriers,
      requests: await listRequests(db, experiment.id),
      answers: await listAnswers(db, experiment.id),
      whyNotAsk: whyNotAsk({ terms, carriers, stage: experiment.stage }),
      today: experiment.today,
    };
  }),

  /** One request as a leader reads it, and for which carriers the signed-in person can answer it now. */
  request: onExperiment.input(z.object({ requestId: z.uuid() })).query(async ({ ctx, input }) => {
    const { db, experiment, who } = ctx;
    const request = await findRequest(db, experiment.id, input.requestId);
    const answers = (await listAnswers(db, experiment.id)).filter((answer) => answer.requestId === request.id);
    const carriers = await listCarriers(db, experiment);
    const mine = answersFor(who, experiment.systemId);
    const canAnswerFor = carriers.filter(
      (carrier) => mine.includes(carrier.organisationId) && !whyNotAnswer(request, answers, carrier.organisationId),
    );
    return { ...request, answers, carriers, canAnswerFor };
  }),

  ask: changeExperiment
    .meta({ may: "askPermission" })
    .input(askInput)
    .mutation(async ({ ctx, input }) => {
      const { db, experiment, person } = ctx;
      const carriers = await listCarriers(db, experiment);
      const reasons = whyNotAsk({ terms: await findTerms(db, experiment.id), carriers, stage: experiment.stage });
      if (reasons.length > 0) throw new Refusal(reasons);
      if (input.untilOn < experiment.today) throw new Refusal([], { untilOn: "The last day must be in the future" });
      const request = await askPermission(db, experiment, person.id, input);
      const dates = `from ${dayInWords(input.fromOn)} until the end of ${dayInWords(input.untilOn)}`;
      ctx.tell(`asked ${listed(carriers.map((carrier) => carrier.organisation))} for permission ${dates}`, {
        wrote: true,
        requestId: request.id,
      });
      return { requestId: request.id };
    }),

  takeBack: changeExperiment
    .meta({ may: "takeBackRequest" })
    .input(takeBackInput)
    .mutation(async ({ ctx, input: { requestId, reason } }) => {
      const request = await findRequest(ctx.db, ctx.experiment.id, requestId);
      if (request.takenBack) refuse("It has been taken back already.");
      await withdrawPermission(ctx.db, ctx.experiment, ctx.person.id, { requestId, organisationId: null, reason });
      ctx.tell(`took the request for permission back: ${reason}`, { requestId });
      return {};
    }),

  answer: changeExperiment
    .meta({ may: "answerRequest" })
    .input(answerInput)
    .mutation(async ({ ctx, input }) => {
      const { db, experiment, who, person } = ctx;
      const { organisationId, requestId, termsHash, answer, inWords } = input;
      const request = await findRequest(db, experiment.id, requestId);
      const carrier = (await listCarriers(db, experiment)).find((one) => one.organisationId === organisationId);
      if (!carrier || !answersFor(who, experiment.systemId).includes(organisationId)) {
        throw new Refusal([], { organisationId: "Choose an organisation that you answer for and that carries a risk" });
      }
      const reason = whyNotAnswer(
        { ...request, hashOnScreen: termsHash },
        await listAnswers(db, experiment.id),
        organisationId,
      );
      if (reason) refuse(reason);
      const leads = who.memberships.some((at) => at.organisationId === organisationId && at.role === "leader");
      const inPlaceOf = leads
        ? null
        : (who.standsInFor.find((one) => one.organisationId === organisationId)?.leaderId ?? null);
      await answerRequest(db, experiment, person.id, {
        organisationId,
        inPlaceOf,
        input: { requestId, termsHash, answer, inWords },
      });
      const said = {
        yes: `gave permission for ${carrier.organisation} until the end of ${dayInWords(request.untilOn)}`,
        question: `asked for ${carrier.organisation}: ${inWords}`,
        "not this time": `said not this time for ${carrier.organisation}: ${inWords}`,
      };
      ctx.tell(said[answer], { requestId, organisationId, termsHash, promise: answer === "yes" ? inWords : undefined });
      return {};
    }),

  withdraw: changeExperiment
    .meta({ may: "withdrawPermission" })
    .input(withdrawInput)
    .mutation(async ({ ctx, input: { requestId, organisationId, reason } }) => {
      const { db, experiment, who, person } = ctx;
      await findRequest(db, experiment.id, requestId);
      const carrier = (await listCarriers(db, experiment)).find((one) => one.organisationId === organisationId);
      if (!carrier?.granting && !carrier?.outdated) refuse("There is no permission of that organisation to take back.");
      if (!answersFor(who, experiment.systemId).includes(organisationId)) {
        throw new Refusal([], { organisationId: "Choose an organisation that you answer for" });
      }
      await withdrawPermission(db, experiment, person.id, { requestId, organisationId, reason });
      ctx.tell(`took back the permission of ${carrier?.organisation}: ${reason}`, { requestId, organisationId });
      return {};
    }),
});
