import { z } from "zod";
import { day } from "@/db/shapes";
import { permissionAnswers, reviewAnswers } from "@/db/vocabulary";
import { endOfLondonDay } from "@/server/days";

const moment = z.iso.datetime();

export const coverRequest = z.strictObject({
  id: z.uuid(),
  fromOn: day,
  endsOn: day,
  materialHash: z.string(),
  /** Whether a board's yes is needed too, and what it has said. */
  needsBoard: z.boolean(),
  boardAnswers: z.array(z.strictObject({ answer: z.enum(reviewAnswers), at: moment })),
  /** Organisations that carried something by these words. */
  carrierIds: z.array(z.uuid()),
});

/** Everything that was ever said about whether an experiment may run; moments as ISO 8601 in UTC to the microsecond, which sort. */
export const coverFactsShape = z.strictObject({
  requests: z.array(coverRequest),
  answers: z.array(
    z.strictObject({
      id: z.uuid(),
      requestId: z.uuid(),
      organisationId: z.uuid(),
      answer: z.enum(permissionAnswers),
      /** A shorter date than was asked for. */
      endsOn: day.nullable(),
      at: moment,
      /** When the team accepted the conditions, if there were any. */
      acceptedAt: moment.nullable(),
    }),
  ),
  withdrawals: z.array(z.strictObject({ requestId: z.uuid(), organisationId: z.uuid().nullable(), at: moment })),
  uses: z.array(
    z.strictObject({
      id: z.uuid(),
      standingId: z.uuid(),
      organisationId: z.uuid(),
      materialHash: z.string(),
      fromOn: day,
      endsOn: day,
      at: moment,
    }),
  ),
  /** Without a use: the standing permission with all that was started by it. */
  standingWithdrawals: z.array(z.strictObject({ standingId: z.uuid(), useId: z.uuid().nullable(), at: moment })),
  /** Since when which words are in force. */
  words: z.array(z.strictObject({ materialHash: z.string(), sinceAt: moment })),
});
export type CoverFacts = z.infer<typeof coverFactsShape>;

/** What covers an experiment: the answer, or the use of a standing permission, its last day, when it was said and the record that tells it. */
export type Cover = { by: "answer" | "standing use"; id: string; recordId: string; endsOn: string; at: string };

/**
 * What covered an experiment for an organisation on a day, or null. Judged at the end of that day in London, by what had
 * been said and which words were in force by then; a withdrawal wins over any yes.
 * @param knownAt - as it was known at this moment: what was said later does not count. Matters for days that were still to come.
 */
export function covered(
  facts: CoverFacts,
  organisationId: string,
  day: string,
  { knownAt }: { knownAt?: string } = {},
): Cover | null {
  const end = endOfLondonDay(day);
  const known = (at: string) => at < end && (knownAt === undefined || at <= knownAt);
  const words = termsInForce(facts, known);
  if (words === null) return null;
  const said = [...usesThat(facts, organisationId, known), ...answersThat(facts, organisationId, known)];
  const holding = said.filter((one) => one.fromOn <= day && day <= one.endsOn && one.materialHash === words);
  const latest = holding.reduce<Holding | null>((best, one) => (best && best.at >= one.at ? best : one), null);
  if (!latest) return null;
  const { by, id, recordId, endsOn, at } = latest;
  return { by, id, recordId, endsOn, at };
}

/** The hash of the words in force by what is known; null before there were any. */
export function termsInForce({ words }: Pick<CoverFacts, "words">, known: (at: string) => boolean): string | null {
  let latest: CoverFacts["words"][number] | null = null;
  for (const one of words) if (known(one.sinceAt) && (!latest || one.sinceAt >= latest.sinceAt)) latest = one;
  return latest?.materialHash ?? null;
}

type Holding = Cover & { fromOn: string; materialHash: string };
type Known = (at: string) => boolean;

/** Per request the latest answer that decides, if it is a yes that nobody has taken back. */
function answersThat(facts: CoverFacts, organisationId: string, known: Known): Holding[] {
  return facts.requests.flatMap((request) => {
    const decided = facts.answers
      .filter((one) => one.requestId === request.id && one.organisationId === organisationId)
      .filter((one) => one.answer !== "question" && known(one.at))
      .reduce<CoverFacts["answers"][number] | null>(latestOf, null);
    if (!decided || decided.answer === "not this time") return [];
    const agreed = decided.answer === "yes" || (decided.acceptedAt !== null && known(decided.acceptedAt));
    const takenBack = facts.withdrawals.some(
      (one) =>
        one.requestId === request.id &&
        (one.organisationId === null || one.organisationId === organisationId) &&
        known(one.at),
    );
    if (!agreed || takenBack || !boardAgreed(request, known)) return [];
    const { fromOn, materialHash } = request;
    const endsOn = decided.endsOn ?? request.endsOn;
    const recordId = request.id;
    return [{ by: "answer" as const, id: decided.id, recordId, fromOn, endsOn, materialHash, at: decided.at }];
  });
}

function boardAgreed({ needsBoard, boardAnswers }: CoverFacts["requests"][number], known: Known): boolean {
  if (!needsBoard) return true;
  const latest = boardAnswers
    .filter((one) => known(one.at))
    .reduce<(typeof boardAnswers)[number] | null>((best, one) => (best && best.at > one.at ? best : one), null);
  return latest?.answer === "go on" || latest?.answer === "spread";
}

function usesThat(facts: CoverFacts, organisationId: string, known: Known): Holding[] {
  return facts.uses
    .filter((use) => use.organisationId === organisationId && known(use.at))
    .filter(
      (use) =>
        !facts.standingWithdrawals.some(
          (one) => one.standingId === use.standingId && (one.useId === null || one.useId === use.id) && known(one.at),
        ),
    )
    .map((use) => ({ ...use, recordId: use.id, by: "standing use" as const }));
}

/** The later of two; of two at one moment the one whose id is younger, as the database has it. */
function latestOf<One extends { at: string; id: string }>(best: One | null, one: One): One {
  if (!best) return one;
  return one.at > best.at || (one.at === best.at && one.id > best.id) ? one : best;
}
