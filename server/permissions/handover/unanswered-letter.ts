import type { Transaction } from "@/db/client";
import { dayInWords, pluralise } from "@/server/format";
import type { JobKind } from "@/server/jobs/job";
import { enqueue } from "@/server/jobs/queries";
import { leewayAddress } from "@/server/mail/address";
import { findEmail } from "@/server/mail/delivery-queries";
import { sendMail } from "@/server/mail/send";
import { listUnansweredLetters, type UnansweredLetter } from "@/server/permissions/handover/affected-queries";

const kind = "letter of nobody answering";

/** Enqueues a letter to each administrator of a system for whose organisation nobody answers, once until somebody has (rule I9). */
export async function enqueueUnansweredLetters(tx: Transaction): Promise<void> {
  for (const letter of await listUnansweredLetters(tx)) {
    const { systemId, organisationId, until, personId } = letter;
    const key = `${kind} ${systemId} ${organisationId} ${until} ${personId}`;
    await enqueue(tx, { kind, key, payload: letter });
  }
}

/** Written when it is sent: nothing is sent where somebody answers by then. */
export const sendUnansweredLetter: JobKind = async ({ database, payload }) => {
  const { systemId, organisationId, personId } = payload as UnansweredLetter;
  const still = (await listUnansweredLetters(database)).find(
    (one) => one.systemId === systemId && one.organisationId === organisationId && one.personId === personId,
  );
  const to = await findEmail(database, personId);
  if (still && to) await sendMail({ to, ...unansweredLetter(still) });
};

export function unansweredLetter({ systemId, organisation, until, experiments }: Omit<UnansweredLetter, "personId">) {
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
