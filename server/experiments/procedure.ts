import { z } from "zod";
import type { Db } from "@/db/client";
import { inParallel, together } from "@/db/together";
import { NotAllowed } from "@/server/errors";
import { findExperimentWithinReach, lockExperiment } from "@/server/experiments/queries";
import { termsPartOf } from "@/server/experiments/terms-parts";
import { appendToJournal, type MoreOfAct, type NewAct } from "@/server/journal/queries";
import { holdMeasure } from "@/server/measures/queries";
import { findWho } from "@/server/people/queries";
import { partTaken, whyNotTheirs } from "@/server/permissions/answering/whose-answer";
import { refreshMaterialHash, saveTermsEdit } from "@/server/permissions/terms/refresh-queries";
import { type ExperimentChange, policy } from "@/server/policy";
import { keyed, readByGate, signedIn } from "@/server/trpc";
import type { Sentence } from "@/server/typed-words";
import type { ExperimentForPolicy, Who } from "@/server/who";

/**
 * A measure that a change names keeps its meaning until that change is done. It is locked before the experiment, in the
 * order in which a redefinition locks them, so that neither waits for the other.
 */
async function holdNamedMeasure(db: Db, input: unknown): Promise<void> {
  const named = z.object({ measureId: z.uuid() }).safeParse(input);
  if (named.success) await holdMeasure(db, named.data.measureId);
}

const whichExperiment = z.object({ experimentId: z.uuid("We could not find that experiment.") });

/**
 * The only access to an experiment. Outside the person's reach it is "not found". A mutation locks the experiment, checks
 * the policy, and then records who edited which part of the terms, the hash of the terms, and the journal entries: all in
 * one transaction.
 */
export const onExperiment = signedIn
  .input(readByGate(whichExperiment))
  .use(async ({ ctx, getRawInput, type, meta, path, next }) => {
    const { experimentId } = whichExperiment.parse(await getRawInput());
    const changes = type === "mutation";
    if (changes) await holdNamedMeasure(ctx.db, await getRawInput());
    if (changes) await lockExperiment(ctx.db, experimentId);
    const { who, experiment } = await together(ctx.db, (one) =>
      inParallel({
        who: findWho(one, ctx.person.id),
        experiment: findExperimentWithinReach(one, ctx.person.id, experimentId),
      }),
    );
    const entries: NewAct[] = [];
    /** Adds a journal entry, a sentence without its subject; with `news`, people get an e-mail. */
    const journal = (act: Sentence, more: MoreOfAct = {}) => entries.push({ act, ...more });
    if (!changes) return next({ ctx: { who, experiment, journal } });

    const line = meta?.may as ExperimentChange;
    if (!(line in policy)) throw new Error(`${path} names "${line}", which is not in the policy on experiments`);
    if (!policy[line](who, experiment)) throw new NotAllowed(whyNotTheirsToSay(line, who, experiment));
    const result = await next({ ctx: { who, experiment, journal } });
    if (!result.ok) return result;
    if (entries.length === 0) throw new Error(`${path} changed an experiment without a journal entry`);
    const part = termsPartOf[line];
    if (part) await saveTermsEdit(ctx.db, experiment, part, ctx.person.id);
    const changed = await refreshMaterialHash(ctx.db, experiment, ctx.person.id);
    // Everyone who agreed to the words hears that they changed, once: afterwards it is no longer agreed to
    const agreed = experiment.stage === "permitted" || experiment.stage === "running";
    const untold = changed && agreed ? entries.find((entry) => !entry.news) : undefined;
    if (untold) untold.news = { kind: "terms changed" };
    const { systemId } = experiment;
    await appendToJournal(
      ctx.db,
      systemId,
      entries.map((entry) => ({ ...entry, systemId, experimentId, personId: ctx.person.id })),
    );
    return result;
  });

/** Why an answer is for other people to give, where that can be said. */
function whyNotTheirsToSay(line: ExperimentChange, who: Who, experiment: ExperimentForPolicy) {
  if (line === "answerRequest" || line === "decideInPause") return whyNotTheirs(who, experiment)[0];
  const part = line === "answerReview" ? partTaken(who, experiment) : null;
  return part === null ? undefined : `${part}, so somebody else on the board answers.`;
}

/** A change to an experiment: `onExperiment` with an idempotency key. */
export const changeExperiment = onExperiment.input(keyed);
