import { endOfLondonDay } from "@/server/days";
import type { CoverFacts } from "./cover-facts";
import { organisationWords, standingMayCover, type Word } from "./organisation-words";

/** What covers an experiment: an answer or the use of a standing permission, with the id of its record (request or use). */
export type Cover = { by: "answer" | "standing use"; id: string; recordId: string; endsOn: string; at: string };

/**
 * What covered an experiment for an organisation on a day, or null. Judged by the events and the terms at the end of that
 * day in London; a withdrawal overrides any yes.
 * @param knownAt - ignore events after this time, for days that were then in the future
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
  const inForce = grantsOf(facts, organisationId, known).filter(
    ({ fromOn, endsOn, materialHash }) => fromOn <= day && day <= endsOn && materialHash === words,
  );
  const latest = inForce.reduce<Grant | null>((best, grant) => (best && best.at >= grant.at ? best : grant), null);
  if (!latest) return null;
  const { by, id, recordId, endsOn, at } = latest;
  return { by, id, recordId, endsOn, at };
}

/** The hash of the terms in force; null before there were any. */
export function termsInForce({ words }: Pick<CoverFacts, "words">, known: Known = always): string | null {
  let latest: CoverFacts["words"][number] | null = null;
  for (const version of words)
    if (known(version.sinceAt) && (!latest || version.sinceAt >= latest.sinceAt)) latest = version;
  return latest?.materialHash ?? null;
}

export type Grant = Cover & { fromOn: string; materialHash: string };
type Known = (at: string) => boolean;
const always = () => true;

/** All that an organisation has granted and nothing has ended, for whatever terms and days. */
export function grantsOf(facts: CoverFacts, organisationId: string, known: Known = always): Grant[] {
  const said = organisationWords(facts, organisationId, known);
  return [...grantsByUse(facts, organisationId, known, said), ...grantsByAnswer(facts, organisationId, known, said)];
}

/** The latest decisive answer to each request, where it is a yes that nothing said since ends. */
function grantsByAnswer(facts: CoverFacts, organisationId: string, known: Known, said: readonly Word[]): Grant[] {
  return facts.requests.flatMap((request) => {
    const decided = facts.answers
      .filter((answer) => answer.requestId === request.id && answer.organisationId === organisationId)
      .filter(({ answer, at }) => answer !== "question" && known(at))
      .reduce<CoverFacts["answers"][number] | null>(latestOf, null);
    if (!decided || decided.answer === "not this time" || endedSince(said, decided)) return [];
    const agreed = decided.answer === "yes" || (decided.acceptedAt !== null && known(decided.acceptedAt));
    const takenBack = facts.withdrawals.some(
      (withdrawal) =>
        withdrawal.requestId === request.id &&
        (withdrawal.organisationId === null || withdrawal.organisationId === organisationId) &&
        known(withdrawal.at),
    );
    if (!agreed || takenBack || boardAwaited(request, known) !== null) return [];
    const { fromOn, materialHash } = request;
    const endsOn = decided.endsOn ?? request.endsOn;
    const recordId = request.id;
    return [{ by: "answer" as const, id: decided.id, recordId, fromOn, endsOn, materialHash, at: decided.at }];
  });
}

/** Whether the organisation ended all that it had granted, then or later. */
const endedSince = (said: readonly Word[], granted: { at: string }) =>
  said.some(({ endsGrants, at }) => endsGrants && at >= granted.at);

/** The first board whose yes a request needs and does not have; null when there is none. */
export const boardAwaited = ({ reviews }: CoverFacts["requests"][number], known: Known = always): string | null =>
  reviews.find(({ answers }) => {
    const latest = answers.findLast(({ at }) => known(at))?.answer;
    return latest !== "go on" && latest !== "spread";
  })?.board ?? null;

function grantsByUse(facts: CoverFacts, organisationId: string, known: Known, said: readonly Word[]): Grant[] {
  if (!standingMayCover(said)) return [];
  return facts.uses
    .filter((use) => use.organisationId === organisationId && known(use.at))
    .filter((use) => !endedSince(said, use))
    .filter(
      (use) =>
        !facts.standingWithdrawals.some(
          ({ standingId, useId, at }) =>
            standingId === use.standingId && (useId === null || useId === use.id) && known(at),
        ),
    )
    .map((use) => ({ ...use, recordId: use.id, by: "standing use" as const }));
}

/** The later of two; at the same time, the one with the greater id, as in the database. */
export function latestOf<One extends { at: string; id: string }>(best: One | null, one: One): One {
  if (!best) return one;
  return one.at > best.at || (one.at === best.at && one.id > best.id) ? one : best;
}
