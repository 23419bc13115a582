import { Refusal } from "@/server/errors";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { askAnewInput, renewInDraftInput, saveDraftInput } from "@/server/permissions/asking/draft-input";
import { findDraft, markWeighed, saveDraft } from "@/server/permissions/asking/draft-queries";
import { whyNotRenew } from "@/server/permissions/asking/renewal";
import { listBoardsToAsk, listRenewable } from "@/server/permissions/asking/renewal-queries";
import { findAsking } from "@/server/permissions/asking/task-queries";
import { tasksOf, toKnowBeforeSending, whyNotSend } from "@/server/permissions/asking/tasks";
import { findAnswerWithinDays } from "@/server/permissions/asking/waiting-queries";
import { filledInDays } from "@/server/permissions/journal-sentences";
import { listFits } from "@/server/standing/queries";
import { DAYS_ARE_OVER } from "@/server/text";

const prepares = changeExperiment.meta({ may: "askPermission" });

/** What a team fills in before it asks: every answer is kept as they go, and only sending asks anybody. */
export const draftProcedures = {
  /** The five tasks of asking, what is in the draft, and what still keeps it from being sent. */
  asking: onExperiment.query(async ({ ctx }) => {
    const asking = await findAsking(ctx.db, ctx.experiment);
    const fits = await listFits(ctx.db, ctx.experiment);
    return {
      ...asking,
      askedBy: ctx.person.name,
      answerWithinDays: await findAnswerWithinDays(ctx.db, ctx.experiment.systemId),
      tasks: tasksOf(asking),
      whyNotSend: whyNotSend(asking),
      toKnow: toKnowBeforeSending(asking),
      /** Organisations in which it may start without asking, by which words and until when. */
      onOwnWord: asking.carriers.flatMap(({ organisationId, organisation }) => {
        const fit = fits.get(organisationId);
        return fit?.fits ? [{ organisation, standing: fit.fits, endsOn: fit.endsOn }] : [];
      }),
    };
  }),

  saveDraft: prepares.input(saveDraftInput).mutation(async ({ ctx, input }) => {
    const { db, experiment, person } = ctx;
    const { fromOn = null, endsOn = null, boardId = null, version } = input;
    if (endsOn && endsOn < experiment.today) {
      throw new Refusal([], { endsOn: DAYS_ARE_OVER });
    }
    if (boardId && !(await listBoardsToAsk(db, experiment.systemId)).some((board) => board.id === boardId)) {
      throw new Refusal([], { boardId: "Choose a board of this system" });
    }
    await saveDraft(db, experiment, person.id, { fromOn, endsOn, boardId, version });
    ctx.journal(filledInDays(fromOn, endsOn));
    /** Nothing is missing any more: what comes next is to check it. */
    return { ready: whyNotSend(await findAsking(db, experiment)).length === 0 };
  }),

  /** Longer is a new request that follows an earlier one, with the reason for it. */
  renewInDraft: prepares.input(renewInDraftInput).mutation(async ({ ctx, input: { renewsId, whyLonger, version } }) => {
    const earlier = await listRenewable(ctx.db, ctx.experiment.id);
    const problem = whyNotRenew(earlier.find((one) => one.id === renewsId));
    if (problem) throw new Refusal([problem]);
    await saveDraft(ctx.db, ctx.experiment, ctx.person.id, { renewsId, whyLonger, version });
    ctx.journal(`wrote why to ask for longer: ${whyLonger}`);
    return {};
  }),

  /** Not longer after all, but anew: it follows no earlier request. */
  askAnew: prepares.input(askAnewInput).mutation(async ({ ctx, input: { version } }) => {
    await saveDraft(ctx.db, ctx.experiment, ctx.person.id, { renewsId: null, whyLonger: null, version });
    ctx.journal("chose to ask anew, not for longer");
    return {};
  }),

  /** They have read what a high score means: it is not shown again for this draft. */
  weigh: prepares.mutation(async ({ ctx }) => {
    if ((await findDraft(ctx.db, ctx.experiment.id)).weighedAt === null) {
      await markWeighed(ctx.db, ctx.experiment, ctx.person.id);
    }
    ctx.journal("read what asking about a high risk means");
    return {};
  }),
};
