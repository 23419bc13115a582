import { z } from "zod";
import { Refusal } from "@/server/errors";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { findWho } from "@/server/people/queries";
import { pickWithNulls, withoutNulls } from "@/server/pick";
import { missingIn, nextQuestion } from "@/server/risks/draft";
import {
  beginRiskInput,
  describeControlsInput,
  describeHarmInput,
  dropRiskDraftInput,
  finishRiskInput,
  scoreRiskInput,
} from "@/server/risks/draft-input";
import {
  answerRiskDraft,
  beginRiskDraft,
  dropRiskDraft,
  findRiskDraft,
  listRiskDrafts,
} from "@/server/risks/draft-queries";
import { namesAsked } from "@/server/risks/fields";
import { recordRiskInput } from "@/server/risks/input";
import { beganRisk, recordedRisk } from "@/server/risks/journal-sentences";
import { recordRisk } from "@/server/risks/queries";
import { riskScoreInWords } from "@/server/risks/score";
import { listSimilarRisks } from "@/server/risks/similar-queries";
import { fromLeeway, sentence } from "@/server/typed-words";

const recordsRisk = changeExperiment.meta({ may: "recordRisk" });

/** A risk written one question at a time: each answer is saved, and only a complete risk counts. */
export const draftProcedures = {
  drafts: onExperiment.query(async ({ ctx }) =>
    (await listRiskDrafts(ctx.db, ctx.experiment.id)).map((draft) => ({ ...draft, next: nextQuestion(draft) })),
  ),

  draft: onExperiment
    .input(z.object({ draftId: z.uuid() }))
    .query(({ ctx, input }) => findRiskDraft(ctx.db, ctx.experiment.id, input.draftId)),

  /** Risks of similar experiments. */
  similar: onExperiment.query(async ({ ctx }) =>
    listSimilarRisks(ctx.db, await findWho(ctx.db, ctx.person.id), ctx.experiment),
  ),

  begin: recordsRisk.input(beginRiskInput).mutation(async ({ ctx, input }) => {
    const answers = pickWithNulls(input, namesAsked.what);
    const { id } = await beginRiskDraft(ctx.db, ctx.experiment, ctx.person.id, answers);
    ctx.journal(beganRisk(answers.harm));
    return { draftId: id };
  }),

  describeHarm: recordsRisk.input(describeHarmInput).mutation(async ({ ctx, input }) => {
    const { draftId, version } = input;
    const answers = pickWithNulls(input, namesAsked.what);
    await answerRiskDraft(ctx.db, ctx.experiment, ctx.person.id, { draftId, version, answers });
    ctx.journal(sentence`wrote on about a risk: ${answers.harm}`);
    return { draftId };
  }),

  scoreRisk: recordsRisk.input(scoreRiskInput).mutation(async ({ ctx, input }) => {
    const { draftId, version } = input;
    const answers = pickWithNulls(input, namesAsked["how-bad"]);
    const { harm } = await answerRiskDraft(ctx.db, ctx.experiment, ctx.person.id, { draftId, version, answers });
    ctx.journal(sentence`scored a risk that is half written: ${harm} (${fromLeeway(riskScoreInWords(answers))})`);
    return { draftId };
  }),

  describeControls: recordsRisk.input(describeControlsInput).mutation(async ({ ctx, input }) => {
    const { draftId, version } = input;
    const answers = pickWithNulls(input, namesAsked["what-helps"]);
    const { harm } = await answerRiskDraft(ctx.db, ctx.experiment, ctx.person.id, { draftId, version, answers });
    ctx.journal(sentence`wrote what helps against a risk: ${harm}`);
    return { draftId };
  }),

  /** The last answer turns the draft into a risk, if it is complete. */
  finish: recordsRisk.input(finishRiskInput).mutation(async ({ ctx, input: { draftId, version, carriedBy } }) => {
    const { db, experiment, person } = ctx;
    const draft = await answerRiskDraft(db, experiment, person.id, { draftId, version, answers: { carriedBy } });
    const missing = missingIn(draft);
    if (missing.length > 0) throw new Refusal(missing);
    const risk = recordRiskInput.parse({ ...withoutNulls(draft), carriedBy });
    const recorded = await recordRisk(db, experiment, person.id, risk);
    await dropRiskDraft(db, experiment, draftId);
    ctx.journal(recordedRisk(risk), { details: { riskId: recorded.id } });
    return recorded;
  }),

  dropDraft: recordsRisk.input(dropRiskDraftInput).mutation(async ({ ctx, input }) => {
    const { harm } = await dropRiskDraft(ctx.db, ctx.experiment, input.draftId);
    ctx.journal(sentence`put aside a risk that was half written: ${harm}`);
    return {};
  }),
};
