import { z } from "zod";
import { listDipOutlooks } from "@/server/dips/outlook-queries";
import { NotFound, Refusal, refuse } from "@/server/errors";
import { beginRunning } from "@/server/experiments/begin-running";
import { keepsItPaused, NOT_SAID_WHAT_IT_DID, waitsForLeader, whoLetsItGoOn } from "@/server/experiments/pauses";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { untilEndOf } from "@/server/format";
import { findSystem } from "@/server/organisations/queries";
import { findWho } from "@/server/people/queries";
import { findAnswerTimes } from "@/server/permissions/answering/answer-time-queries";
import { acceptConditions, listConditions } from "@/server/permissions/answering/condition-queries";
import { decideInPauseInput, reportFixInput } from "@/server/permissions/answering/input";
import {
  listFixes,
  listKeptPaused,
  listPauseDecisions,
  saveFix,
  savePauseDecision,
  withdrawAll,
} from "@/server/permissions/answering/pause-queries";
import { reportedFix } from "@/server/permissions/journal-sentences";
import { findWholePermission } from "@/server/permissions/whole-queries";
import { policy } from "@/server/policy";
import { signedIn } from "@/server/trpc";
import { fromLeeway, sentence } from "@/server/typed-words";
import { inPlaceOf, mayAnswerFor } from "@/server/who";

/** During a permission: its dips, its end, and pauses. */
export const pauseProcedures = {
  /** Expected dips, each with past results, today's status and other experiments' dips on the same measure. */
  dips: onExperiment.query(({ ctx }) => listDipOutlooks(ctx.db, ctx.experiment)),

  acceptConditions: changeExperiment
    .meta({ may: "acceptConditions" })
    .input(z.object({ answerId: z.uuid() }))
    .mutation(async ({ ctx, input: { answerId } }) => {
      const conditions = (await listConditions(ctx.db, ctx.experiment.id)).find((one) => one.answerId === answerId);
      if (!conditions) throw new NotFound();
      if (conditions.accepted) refuse("They have been accepted already.");
      if (conditions.replaced) {
        refuse(
          "You have asked again since, so these conditions were not accepted. The leader answers the newer request.",
        );
      }
      if (conditions.over) refuse("This yes holds no longer, so there is nothing to accept.");
      if (!conditions.sameTerms) refuse("The words have changed since. Ask again with the words as they are now.");
      await acceptConditions(ctx.db, ctx.experiment, ctx.person.id, answerId);
      const { organisationId, organisation, endsOn, inWords } = conditions;
      const until = endsOn ? ` ${untilEndOf(endsOn)}` : "";
      const words = inWords ? sentence`: ${inWords}` : [];
      const act = sentence`accepted the conditions of ${fromLeeway(`${organisation}${until}`)}${words}`;
      ctx.journal(act, { news: { kind: "accepted", organisationId }, details: { answerId } });
      return {};
    }),

  /** Why it is paused, who lets it go on, and for which organisations this person may decide. */
  paused: onExperiment.query(async ({ ctx: { db, experiment, who } }) => {
    const { pauses, carriers } = await findWholePermission(db, experiment);
    const mine = policy.decideInPause(who, experiment) ? mayAnswerFor(who, experiment) : [];
    return {
      pauses,
      waitsForLeader: waitsForLeader(pauses),
      until: whoLetsItGoOn(pauses, carriers),
      toDecide: carriers.filter((carrier) => mine.includes(carrier.organisationId)),
    };
  }),

  /** Leaders' decisions since it was paused. */
  pauseDecisions: onExperiment.query(({ ctx }) => listPauseDecisions(ctx.db, ctx.experiment.id)),

  /** Fixes the team has reported since somebody last said what is wrong. */
  fixes: onExperiment.query(({ ctx }) => listFixes(ctx.db, ctx.experiment.id)),

  /** The team reports a fix, so that leaders can let the experiment go on. */
  reportFix: changeExperiment
    .meta({ may: "reportFix" })
    .input(reportFixInput)
    .mutation(async ({ ctx, input: { words } }) => {
      if (ctx.experiment.stage !== "paused") refuse("It is not paused.");
      await saveFix(ctx.db, ctx.experiment, ctx.person.id, words);
      ctx.journal(reportedFix(words), { news: { kind: "mended" } });
      return {};
    }),

  decideInPause: changeExperiment
    .meta({ may: "decideInPause" })
    .input(decideInPauseInput)
    .mutation(async ({ ctx, input: { organisationId, decision, reason } }) => {
      const { db, experiment, who, person } = ctx;
      if (!mayAnswerFor(who, experiment).includes(organisationId)) {
        throw new Refusal([], { organisationId: "Choose an organisation that you answer for and that carries a risk" });
      }
      if (experiment.stage !== "paused") refuse("It is not paused.");
      const decided = {
        organisationId,
        decision,
        reason,
        inPlaceOf: inPlaceOf(who, experiment, organisationId),
      };
      await savePauseDecision(db, experiment, person.id, decided);
      if (decision === "end permission") await withdrawAll(db, experiment, person.id, { organisationId, reason });
      if (decision === "go on") {
        if ((await listFixes(db, experiment.id)).length === 0) {
          throw new Refusal([], { decision: `${NOT_SAID_WHAT_IT_DID}. Ask them to` });
        }
        for (const block of await listKeptPaused(db, experiment.id)) {
          refuse(`${keepsItPaused(block)}: ${block.reason}`);
        }
        const turn = { turn: "resumed" as const, reason };
        await beginRunning(db, experiment, person.id, turn, { cannot: "It cannot go on yet." });
      }
      const acts = {
        "keep paused": "keeps it paused",
        "end permission": "ended the permission while it was paused",
        "go on": "let it go on",
      };
      const kind = decision === "go on" ? "went on" : "decided";
      ctx.journal(sentence`${fromLeeway(acts[decision])}: ${reason}`, { news: { kind }, details: { organisationId } });
      return {};
    }),

  /** How fast leaders answer: of the whole system, and the person's own from 5 answers on. */
  figures: signedIn.input(z.object({ systemId: z.uuid() })).query(async ({ ctx: { db, person }, input }) => {
    const who = await findWho(db, person.id);
    const system = await findSystem(db, input.systemId);
    return findAnswerTimes(db, system.id, who.accounts);
  }),
};
