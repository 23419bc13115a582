import { z } from "zod";
import { day } from "@/db/shapes";
import { permissionAnswers, reviewAnswers } from "@/db/vocabulary";
import { endOfLondonDay } from "@/server/days";
import { organisationWords, standingMayCover, type Word } from "./organisation-words";

const moment = z.iso.datetime();

export const coverRequest = z.strictObject({
  id: z.uuid(),
  fromOn: day,
  endsOn: day,
  materialHash: z.string(),
  /** The request whose permission it asks for longer. */
  renewsId: z.uuid().nullable(),
  /** Whether a board must say yes too, and its answers. */
  needsBoard: z.boolean(),
  boardAnswers: z.array(z.strictObject({ answer: z.enum(reviewAnswers), at: moment })),
  /** Organisations that carry a risk or dip in these terms. */
  carrierIds: z.array(z.uuid()),
});

/** All permission events of an experiment. Times are ISO 8601 in UTC to the microsecond, so that they sort as text. */
export const coverFactsShape = z.strictObject({
  requests: z.array(coverRequest),
  answers: z.array(
    z.strictObject({
      id: z.uuid(),
      requestId: z.uuid(),
      organisationId: z.uuid(),
      answer: z.enum(permissionAnswers),
      /** An earlier last day than requested. */
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
  /** Permissions that a leader ended while the experiment was paused. */
  endedInPause: z.array(z.strictObject({ organisationId: z.uuid(), at: moment })),
  /** Without `useId`: the whole standing permission, with all its uses. */
  standingWithdrawals: z.array(z.strictObject({ standingId: z.uuid(), useId: z.uuid().nullable(), at: moment })),
  /** Versions of the terms. */
  words: z.array(z.strictObject({ materialHash: z.string(), sinceAt: moment })),
});
export type CoverFacts = z.infer<typeof coverFactsShape>;

/** Of an experiment that nothing was said about yet. */
export const noCoverFacts: CoverFacts = {
  ...{ requests: [], answers: [], withdrawals: [], endedInPause: [], uses: [], standingWithdrawals: [], words: [] },
};

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
  const said = organisationWords(facts, organisationId, known);
  const grants = [
    ...grantsByUse(facts, organisationId, known, said),
    ...grantsByAnswer(facts, organisationId, known, said),
  ];
  const inForce = grants.filter(
    ({ fromOn, endsOn, materialHash }) => fromOn <= day && day <= endsOn && materialHash === words,
  );
  const latest = inForce.reduce<Grant | null>((best, grant) => (best && best.at >= grant.at ? best : grant), null);
  if (!latest) return null;
  const { by, id, recordId, endsOn, at } = latest;
  return { by, id, recordId, endsOn, at };
}

/** The hash of the terms in force; null before there were any. */
export function termsInForce({ words }: Pick<CoverFacts, "words">, known: (at: string) => boolean): string | null {
  let latest: CoverFacts["words"][number] | null = null;
  for (const version of words)
    if (known(version.sinceAt) && (!latest || version.sinceAt >= latest.sinceAt)) latest = version;
  return latest?.materialHash ?? null;
}

type Grant = Cover & { fromOn: string; materialHash: string };
type Known = (at: string) => boolean;

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
    if (!agreed || takenBack || !boardAgreed(request, known)) return [];
    const { fromOn, materialHash } = request;
    const endsOn = decided.endsOn ?? request.endsOn;
    const recordId = request.id;
    return [{ by: "answer" as const, id: decided.id, recordId, fromOn, endsOn, materialHash, at: decided.at }];
  });
}

/** Whether the organisation ended all that it had granted, then or later. */
const endedSince = (said: readonly Word[], granted: { at: string }) =>
  said.some(({ endsGrants, at }) => endsGrants && at >= granted.at);

function boardAgreed({ needsBoard, boardAnswers }: CoverFacts["requests"][number], known: Known): boolean {
  if (!needsBoard) return true;
  const latest = boardAnswers
    .filter(({ at }) => known(at))
    .reduce<(typeof boardAnswers)[number] | null>(
      (best, answer) => (best && best.at > answer.at ? best : answer),
      null,
    );
  return latest?.answer === "go on" || latest?.answer === "spread";
}

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
function latestOf<One extends { at: string; id: string }>(best: One | null, one: One): One {
  if (!best) return one;
  return one.at > best.at || (one.at === best.at && one.id > best.id) ? one : best;
}
