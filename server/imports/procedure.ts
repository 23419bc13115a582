import { NotAllowed } from "@/server/errors";
import { uploadInput } from "@/server/imports/input";
import { forPolicy, onMeasure, whichMeasure } from "@/server/measures/procedure";
import { findMeasure } from "@/server/measures/queries";
import { findWho } from "@/server/people/queries";
import { type MeasureChange, measurePolicy } from "@/server/policy";
import { keyed, readByGate, signedIn } from "@/server/trpc";
import { findUpload } from "./queries";

/** Query of one's own upload. */
export const onUpload = onMeasure.input(uploadInput).use(async ({ ctx, input, next }) => {
  const upload = await findUpload(ctx.db, ctx.who, ctx.measure.id, input.uploadId);
  return next({ ctx: { upload } });
});

/**
 * Mutation of one's own uploads. No result changes and nobody else sees it, so the measure is not locked and nothing is
 * written to the journal until the rows are saved.
 */
export const changeUploads = signedIn
  .input(keyed)
  .input(readByGate(whichMeasure))
  .use(async ({ ctx, getRawInput, meta, next }) => {
    const { measureId } = whichMeasure.parse(await getRawInput());
    const who = await findWho(ctx.db, ctx.person.id);
    const measure = await findMeasure(ctx.db, measureId);
    if (!measurePolicy[meta?.may as MeasureChange](who, forPolicy(measure))) throw new NotAllowed();
    return next({ ctx: { who, measure } });
  });

/** Mutation of one existing upload. */
export const changeUpload = changeUploads.input(uploadInput).use(async ({ ctx, input, next }) => {
  const upload = await findUpload(ctx.db, ctx.who, ctx.measure.id, input.uploadId);
  return next({ ctx: { upload } });
});
