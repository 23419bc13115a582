import { z } from "zod";
import { NotAllowed } from "@/server/errors";
import { appendToJournal, type MoreOfAct, type NewAct, type NewEntry } from "@/server/journal/queries";
import { findMeasure, listExperimentIds, type Measure } from "@/server/measures/queries";
import { findWho } from "@/server/people/queries";
import { type MeasureChange, measurePolicy } from "@/server/policy";
import { keyed, readByGate, signedIn } from "@/server/trpc";
import type { Sentence } from "@/server/typed-words";
import type { MeasureForPolicy } from "@/server/who";

export const forPolicy = ({ systemId, contributors, teams, definedById }: Measure): MeasureForPolicy => ({
  ...{ systemId, definedById },
  contributorIds: contributors.map((contributor) => contributor.organisationId),
  teamIds: teams.flatMap((team) => team.personIds),
});

export const whichMeasure = z.object({ measureId: z.uuid("We could not find that measure.") });

/**
 * The only access to a measure. Row-level security hides measures outside the person's systems ("not found"). A mutation
 * locks the measure, so that concurrent changes see each other, checks the policy, and writes to the journal: one entry for
 * each experiment that uses the measure, or one for the system when none does. A new result is no news for those that ended.
 */
export const onMeasure = signedIn
  .input(readByGate(whichMeasure))
  .use(async ({ ctx, getRawInput, type, meta, path, next }) => {
    const { measureId } = whichMeasure.parse(await getRawInput());
    const changes = type === "mutation";
    const who = await findWho(ctx.db, ctx.person.id);
    const measure = await findMeasure(ctx.db, measureId, { lock: changes, teamsOf: who });
    const { systemId } = measure;
    const line = meta?.may as MeasureChange;
    const experimentIds = changes ? await listExperimentIds(ctx.db, measureId, line !== "logObservation") : [];
    const entries: NewEntry[] = [];
    /** Journal entry of the person's act. Never include a contributor's figure: everybody who sees the experiment reads it. */
    const journal = (act: Sentence, more: MoreOfAct = {}) => {
      for (const experimentId of experimentIds.length > 0 ? experimentIds : [null]) {
        entries.push({ systemId, experimentId, personId: ctx.person.id, act, ...more });
      }
    };
    /** Journal entry of what an experiment's rule did by itself. */
    const journalInExperiment = (experimentId: string, act: NewAct) =>
      entries.push({ systemId, experimentId, personId: null, ...act });
    /** Experiments whose permission a new meaning ends: everyone who agreed to the old one hears of it. */
    const permissionEnded = new Set<string>();
    if (!changes) return next({ ctx: { who, measure, journal, journalInExperiment, permissionEnded } });

    if (!(line in measurePolicy)) throw new Error(`${path}: "${line}" is not in the measure policy`);
    if (!measurePolicy[line](who, forPolicy(measure))) throw new NotAllowed();
    const result = await next({ ctx: { who, measure, journal, journalInExperiment, permissionEnded } });
    if (!result.ok) return result;
    if (entries.length === 0) throw new Error(`${path} changed a measure without a journal entry`);
    for (const entry of entries) {
      if (entry.experimentId && permissionEnded.has(entry.experimentId)) entry.news ??= { kind: "terms changed" };
    }
    await appendToJournal(ctx.db, systemId, entries);
    return result;
  });

/** Mutation of a measure, idempotent by its key. */
export const changeMeasure = onMeasure.input(keyed);
