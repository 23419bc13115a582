import { Refusal } from "@/server/errors";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { askAnewInput, renewInDraftInput, saveDraftInput } from "@/server/permissions/asking/draft-input";
import { findDraft, markWeighed, saveDraft } from "@/server/permissions/asking/draft-queries";
import { whyNotPeriod } from "@/server/permissions/asking/period";
import { findLimits } from "@/server/permissions/asking/queries";
import { whyNotRenew } from "@/server/permissions/asking/renewal";
import { listBoardsToAsk, listRenewable } from "@/server/permissions/asking/renewal-queries";
import { findAsking } from "@/server/permissions/asking/task-queries";
import { tasksOf, warningsBeforeSending, whyNotSend } from "@/server/permissions/asking/tasks";
import { filledInDays } from "@/server/permissions/journal-sentences";
import { sentence } from "@/server/typed-words";

const prepares = changeExperiment.meta({ may: "askPermission" });

/** The draft of a request: each answer is saved, and nobody is notified until it is sent. */
export const draftProcedures = {
  /** The five tasks, the draft, and why it cannot be sent yet. */
  asking: onExperiment.query(async ({ ctx }) => {
    const { fits, ...asking } = await findAsking(ctx.db, ctx.experiment);
    return {
      ...asking,
      askedBy: ctx.person.name,
      tasks: tasksOf(asking),
      whyNotSend: whyNotSend(asking),
      toKnow: warningsBeforeSending(asking),
      /** Organisations where a standing permission lets it start without asking. */
      onOwnWord: asking.carriers.flatMap(({ organisationId, organisation }) => {
        const fit = fits.get(organisationId);
        return fit?.fits ? [{ organisation, standing: fit.fits, endsOn: fit.endsOn }] : [];
      }),
    };
  }),

  saveDraft: prepares.input(saveDraftInput).mutation(async ({ ctx, input }) => {
    const { db, experiment, person } = ctx;
    const { fromOn = null, endsOn = null, boardId = null, version } = input;
    const { longestMonths } = await findLimits(db, experiment.systemId);
    const wrongDays = whyNotPeriod({ fromOn, endsOn }, { today: experiment.today, longestMonths });
    if (wrongDays) throw new Refusal([], wrongDays);
    if (boardId && !(await listBoardsToAsk(db, experiment.systemId)).some((board) => board.id === boardId)) {
      throw new Refusal([], { boardId: "Choose a board of this system" });
    }
    await saveDraft(db, experiment, person.id, { fromOn, endsOn, boardId, version });
    ctx.journal(filledInDays(fromOn, endsOn));
    /** Whether the draft is complete and can be checked. */
    return { ready: whyNotSend(await findAsking(db, experiment)).length === 0 };
  }),

  /** A renewal is a new request linked to an earlier one, with a reason. */
  renewInDraft: prepares.input(renewInDraftInput).mutation(async ({ ctx, input: { renewsId, whyLonger, version } }) => {
    const earlier = await listRenewable(ctx.db, ctx.experiment.id);
    const problem = whyNotRenew(earlier.find((request) => request.id === renewsId));
    if (problem) throw new Refusal([problem]);
    await saveDraft(ctx.db, ctx.experiment, ctx.person.id, { renewsId, whyLonger, version });
    ctx.journal(sentence`wrote why to ask for longer: ${whyLonger}`);
    return {};
  }),

  /** Turns a renewal into an unlinked request. */
  askAnew: prepares.input(askAnewInput).mutation(async ({ ctx, input: { version } }) => {
    await saveDraft(ctx.db, ctx.experiment, ctx.person.id, { renewsId: null, whyLonger: null, version });
    ctx.journal(sentence`chose to ask anew, not for longer`);
    return {};
  }),

  /** Marks the notice about a high score as read for this draft. */
  weigh: prepares.mutation(async ({ ctx }) => {
    if ((await findDraft(ctx.db, ctx.experiment.id)).weighedAt === null) {
      await markWeighed(ctx.db, ctx.experiment, ctx.person.id);
    }
    ctx.journal(sentence`read what asking about a high risk means`);
    return {};
  }),
};
