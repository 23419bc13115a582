import type { Transaction } from "@/db/client";
import { dayInWords, listInWords, untilEndOf } from "@/server/format";
import { leewayAddress } from "@/server/mail/address";
import { asTyped } from "@/server/mail/letter";
import { enqueueLettersToEach, lettersToEach } from "@/server/mail/letters-to-each";
import type { Mail } from "@/server/mail/mail";
import { allowanceInWords } from "./in-words";
import { findWhatHappened, listWhoAnswers, type StandingLetterAbout } from "./letter-queries";
import { listStanding, type StandingRow } from "./queries";

const kind = "letters of a standing permission";
type Source = { about: StandingLetterAbout; systemId: string; standingId: string };

/** Tells who answers for the organisation, of a floor who answers for any (rule I10); sent after the commit. */
export const enqueueStandingLetters = (tx: Transaction, of: Source) => enqueueLettersToEach(tx, kind, of);

export const standingLetters = lettersToEach(kind, async (db, { about, systemId, standingId }: Source) => {
  const happened = await findWhatHappened(db, about, standingId);
  const standing = happened && (await listStanding(db, systemId)).find((one) => one.id === standingId);
  if (!standing) return [];
  const readers = await listWhoAnswers(db, standing, happened.by);
  return readers.map(({ personId, email, organisations }) => {
    const because = `you answer for ${listInWords(organisations)}`;
    return { personId, mail: letterOf(standing, { about, system: happened.system, to: email, because }) };
  });
});

type Facts = { about: StandingLetterAbout; system: string; to: string; because: string };

function letterOf(standing: StandingRow, { about, system, to, because }: Facts): Mail {
  const { id, organisation, fromOn, endsOn, note, withdrawn } = standing;
  const where = organisation ?? `the whole of ${system}`;
  const link = new URL(`/standing/${id}`, leewayAddress()).href;
  const text = [
    `${whoDidWhat(standing, about, where)}:`,
    ...allowanceInWords(standing).map((words) => `  ${words}`),
    ...(about === "allowed"
      ? [`  It holds from ${dayInWords(fromOn)}${endsOn ? ` ${untilEndOf(endsOn)}` : " on"}.`]
      : []),
    ...(about === "allowed" && note ? ["In their words:", `  ${asTyped(note)}`] : []),
    ...(about === "withdrawn" && withdrawn ? ["Why:", `  ${asTyped(withdrawn.reason)}`] : []),
    about === "allowed"
      ? "Where there is another word on it, the narrower one counts."
      : "What had started by it is no longer covered by it.",
  ].join("\n");
  const subject = `What may start without asking in ${where}`;
  return { to, subject, text: `${text}\n\n${link}\n\nYou get this because ${because}.`, inShort: link };
}

function whoDidWhat({ organisation, givenBy, confirmedBy, withdrawn }: StandingRow, about: string, where: string) {
  if (about === "withdrawn") return `${withdrawn?.by} took back what was allowed without asking in ${where}`;
  return organisation === null
    ? `${givenBy} proposed what may start without asking in ${where}, and ${confirmedBy} confirmed it`
    : `${givenBy} says what may start without asking in ${where}`;
}
