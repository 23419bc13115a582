import type { Transaction } from "@/db/client";
import { dayInWords, pluralise } from "@/server/format";
import { leewayAddress } from "@/server/mail/address";
import { enqueueLettersToEach, lettersToEach } from "@/server/mail/letters-to-each";
import { listUnansweredLetters, type Unanswered } from "@/server/permissions/handover/affected-queries";

const kind = "letter of nobody answering";
type Spell = { systemId: string; organisationId: string; until: string };

/** Enqueues letters to the administrators of a system for whose organisation nobody answers, once until somebody has (rule I9). */
export async function enqueueUnansweredLetters(tx: Transaction): Promise<void> {
  for (const { systemId, organisationId, until } of await listUnansweredLetters(tx))
    await enqueueLettersToEach(tx, kind, { systemId, organisationId, until: `${until}` } satisfies Spell);
}

/** Nothing is sent where somebody answers by then. */
export const unansweredLetters = lettersToEach(kind, async (db, spell: Spell) =>
  (await listUnansweredLetters(db, spell)).map(({ personId, email, ...facts }) => ({
    personId,
    mail: { to: email, ...unansweredLetter(facts) },
  })),
);

export function unansweredLetter({
  systemId,
  organisation,
  until,
  experiments,
}: Omit<Unanswered, "personId" | "email">) {
  const link = new URL(`/admin/${systemId}`, leewayAddress()).href;
  const since = until ? ` since ${dayInWords(until)}` : "";
  const text = [
    `Nobody answers for ${organisation}${since}, and it carries ${pluralise(experiments, "experiment")} under way. They stand still until somebody does.`,
    "Name a leader for it, or say who takes over what it carries.",
    "",
    link,
    "",
    "You get this because you look after this system.",
  ];
  return { subject: `Nobody answers for ${organisation}`, text: text.join("\n"), inShort: link };
}
