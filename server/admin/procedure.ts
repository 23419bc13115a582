import { z } from "zod";
import { NotAllowed, NotFound } from "@/server/errors";
import { appendToJournal, type MoreOfAct, type NewAct } from "@/server/journal/queries";
import { type AdminChange, adminPolicy } from "@/server/policy";
import { keyed, onInstallation, readByGate } from "@/server/trpc";
import type { Sentence } from "@/server/typed-words";
import { findAdministrator, findSystem } from "./queries";

/**
 * Someone who administers a system or the whole installation; everyone else gets "not found".
 * Row-level security does not apply here, so every query below names the system that was checked here.
 */
export const asAdministrator = onInstallation.use(async ({ ctx, next }) => {
  const administrator = await findAdministrator(ctx.db, ctx.person.id);
  if (!administrator) throw new NotFound();
  return next({ ctx: { administrator } });
});

const whichSystem = z.object({ systemId: z.uuid("We could not find that system.") });

/** A system that this person administers; any other is "not found". */
export const inSystem = asAdministrator
  .input(readByGate(whichSystem))
  .use(async ({ ctx, getRawInput, type, meta, path, next }) => {
    const { systemId } = whichSystem.parse(await getRawInput());
    const { administrator, person, db } = ctx;
    const administers = administrator.wholeInstallation || administrator.systemIds.includes(systemId);
    const system = administers ? await findSystem(db, systemId, { lock: type === "mutation" }) : null;
    if (!system) throw new NotFound();
    const acts: NewAct[] = [];
    /** Adds a journal entry, a sentence without its subject. */
    const journal = (act: Sentence, more?: MoreOfAct) => acts.push({ act, ...more });
    if (type !== "mutation") return next({ ctx: { system, journal } });

    const line = meta?.may as AdminChange;
    if (!(line in adminPolicy)) throw new Error(`${path} names "${line}", which is not in the policy on systems`);
    if (!adminPolicy[line](administrator, { systemId })) throw new NotAllowed();
    const result = await next({ ctx: { system, journal } });
    if (!result.ok || acts.length === 0) return result; // nothing changed
    const entries = acts.map((act) => ({ systemId: system.id, experimentId: null, personId: person.id, ...act }));
    await appendToJournal(db, system.id, entries);
    return result;
  });

/** A change in a system: `inSystem` with an idempotency key. */
export const changeSystem = inSystem.input(keyed);
