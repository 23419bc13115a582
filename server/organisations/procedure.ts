import { z } from "zod";
import { NotAllowed, NotFound } from "@/server/errors";
import { appendToJournal, type MoreOfAct, type NewEntry } from "@/server/journal/queries";
import { findWho } from "@/server/people/queries";
import { type SystemChange, systemPolicy } from "@/server/policy";
import { keyed, readByGate, signedIn } from "@/server/trpc";
import type { Sentence } from "@/server/typed-words";

const whichSystem = z.object({ systemId: z.uuid("Choose the system it belongs to") });

/** Mutation in a system that is not about one experiment or measure: checks reach and policy, and writes to the journal. */
export const changeInSystem = signedIn
  .input(keyed)
  .input(readByGate(whichSystem))
  .use(async ({ ctx, getRawInput, meta, path, next }) => {
    const line = meta?.may as SystemChange;
    if (!(line in systemPolicy)) throw new Error(`${path} names "${line}", which is not in the policy on systems`);
    const who = await findWho(ctx.db, ctx.person.id);
    const { systemId } = whichSystem.parse(await getRawInput());
    const reaches = [...who.memberships, ...who.seats].some((role) => role.systemId === systemId);
    if (!reaches) throw new NotFound();
    if (!systemPolicy[line](who, { systemId })) throw new NotAllowed();
    const entries: NewEntry[] = [];
    /** Adds a journal entry, a sentence without its subject. */
    const journal = (
      act: Sentence,
      { experimentId = null, ...more }: MoreOfAct & { experimentId?: string | null } = {},
    ) => entries.push({ systemId, experimentId, personId: ctx.person.id, act, ...more });
    const result = await next({ ctx: { who, systemId, journal } });
    if (!result.ok) return result;
    if (entries.length === 0) throw new Error(`${path} changed something without a journal entry`);
    await appendToJournal(ctx.db, systemId, entries);
    return result;
  });
