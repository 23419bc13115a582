import type { Db } from "@/db/client";
import type { JobKind } from "@/server/jobs/job";
import { enqueue } from "@/server/jobs/queries";
import { findNextDaytime } from "./delivery-queries";
import type { Mail } from "./mail";
import { sendMail } from "./send";

/** What happened, by its ids; also the key that lets each letter go out once. */
type Source = { [fact: string]: string };

export type LetterToOne = { personId: string; mail: Mail };

const keyOf = (kind: string, of: Source, ...personId: string[]) =>
  [
    kind,
    ...Object.keys(of)
      .toSorted()
      .map((fact) => of[fact]),
    ...personId,
  ].join(" ");

/** Queues the letters about what happened, in the change's own transaction: they are sent after the commit. */
export const enqueueLettersToEach = (tx: Db, kind: string, of: Source) =>
  enqueue(tx, { kind, key: keyOf(kind, of), payload: { of } });

/**
 * The work of a kind of letters that is not about one experiment (for those see post.ts). Without a reader it queues one letter
 * for each, in the daytime; with one it sends theirs, composed now: none if it no longer applies or is no longer theirs.
 */
export const lettersToEach =
  <Of extends Source>(kind: string, write: (db: Db, of: Of) => Promise<LetterToOne[]>): JobKind =>
  async ({ database, payload }) => {
    const { of, personId } = payload as { of: Of; personId?: string };
    const letters = await write(database, of);
    if (personId) {
      const once = keyOf(kind, of, personId).replaceAll(" ", ".");
      const letter = letters.find((one) => one.personId === personId);
      if (letter) await sendMail({ ...letter.mail, once });
      return;
    }
    const runAt = await findNextDaytime(database);
    for (const letter of letters) {
      const key = keyOf(kind, of, letter.personId);
      await enqueue(database, { kind, key, payload: { of, personId: letter.personId }, runAt });
    }
  };
