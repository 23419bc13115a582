import type { PermissionAnswer, ReviewAnswer } from "@/db/vocabulary";
import { endOfLondonDay } from "@/server/days";

/** Everything that was ever said about whether an experiment may run; moments as ISO 8601 in UTC to the microsecond, which sort. */
export type CoverFacts = {
  requests: {
    id: string;
    fromOn: string;
    endsOn: string;
    materialHash: string;
    /** Whether a board's yes is needed too, and what it has said. */
    needsBoard: boolean;
    boardAnswers: { answer: ReviewAnswer; at: string }[];
    /** Organisations that carried something by these words. */
    carrierIds: string[];
  }[];
  answers: {
    id: string;
    requestId: string;
    organisationId: string;
    answer: PermissionAnswer;
    /** A shorter date than was asked for. */
    endsOn: string | null;
    at: string;
    /** When the team accepted the conditions, if there were any. */
    acceptedAt: string | null;
  }[];
  withdrawals: { requestId: string; organisationId: string | null; at: string }[];
  uses: {
    id: string;
    standingId: string;
    organisationId: string;
    materialHash: string;
    fromOn: string;
    endsOn: string;
    at: string;
  }[];
  /** Without a use: the standing permission with all that was started by it. */
  standingWithdrawals: { standingId: string; useId: string | null; at: string }[];
  /** Since when which words are in force. */
  words: { materialHash: string; sinceAt: string }[];
};

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
