import { addDays } from "@/server/days";
import { dayInWords, untilEndOf } from "@/server/format";
import { boardScore } from "@/server/risks/score";

/** From this renewal on a board must say yes too. */
export const boardRenewal = 3;

type BoardQuestion = { highestScore: number; renewal: number };

/** Why a board must say yes too, as a sentence; null when it need not. */
export function whyBoard({ highestScore, renewal }: BoardQuestion): string | null {
  if (highestScore >= boardScore)
    return `A risk scores ${highestScore}. From ${boardScore} on a board is asked as well.`;
  if (renewal >= boardRenewal) return "This is the third renewal or a later one, so a board is asked as well.";
  return null;
}

/** The question put to the board. */
export function questionToBoard({ highestScore }: BoardQuestion, dates: string): string {
  return highestScore >= boardScore
    ? `A risk scores ${highestScore}. May it go on ${dates}, if the leaders who carry it say yes?`
    : `It has been renewed twice. May it go on ${dates}, if the leaders who carry its risks say yes?`;
}

/** A permission can be renewed from this many days before its end. */
export const renewalDays = 14;

export type Ending = {
  id: string;
  /** Its last day: the earliest that any leader gave. */
  endsOn: string;
  /** The request that renews it, unless withdrawn. */
  renewedBy: string | null;
};

/** Why there is nothing to decide about the end of a permission now; null when there is. */
export function whyNotDecideEnd(ending: Ending | undefined, today: string, ended: boolean): string | null {
  if (ended) return "It has ended. What comes next is a new experiment.";
  if (!ending) return "No permission was given yet, so there is nothing to renew.";
  if (ending.renewedBy) return "You have asked for longer already. The leaders have your request.";
  const opensOn = addDays(ending.endsOn, -renewalDays);
  return today < opensOn
    ? `It holds ${untilEndOf(ending.endsOn)}. You can renew it from ${dayInWords(opensOn)}.`
    : null;
}

type Earlier = { takenBack: boolean; given: boolean };

/** Why a request cannot renew an earlier one, as a sentence; null when it can. */
export function whyNotRenew(earlier: Earlier | undefined): string | null {
  if (!earlier) return "There is no such request of this experiment to renew.";
  if (earlier.takenBack) return "That request was taken back. Ask anew instead.";
  return earlier.given ? null : "Nobody said yes to that request, so there is nothing to renew. Ask anew instead.";
}

/** What an organisation granted to a request, whether or not it took it back since. */
export type Granted = { requestId: string; organisationId: string; fromOn: string; endsOn: string };

/** Fewer days than these between two permissions are a pause in one row, not a new beginning. */
export const rowGapDays = 14;

/**
 * Which renewal a request for these days is, whether or not it was asked as one: how often, in a row without a longer gap
 * before it, a carrier has moved the last day of its permission already (rule I4). 0 when it renews nothing. Asking again
 * within days that were granted makes nothing longer and does not count.
 */
export function renewalNumber(
  granted: readonly Granted[],
  carrierIds: readonly string[],
  { fromOn, endsOn }: { fromOn: string; endsOn: string },
): number {
  const numberFor = (organisationId: string) => {
    const own = granted
      .filter((grant) => grant.organisationId === organisationId && grant.endsOn < endsOn)
      .toSorted((a, b) => (a.endsOn < b.endsOn ? 1 : -1));
    let begins = fromOn;
    const lastDays = new Set<string>();
    for (const grant of own) {
      if (grant.endsOn < addDays(begins, -rowGapDays)) break;
      if (grant.fromOn < begins) begins = grant.fromOn;
      lastDays.add(grant.endsOn);
    }
    return lastDays.size;
  };
  return Math.max(0, ...carrierIds.map(numberFor));
}

/** The days of a renewal before they are chosen: from the day after the one it renews. */
export const daysAfter = (endsOn: string) => ({ fromOn: addDays(endsOn, 1), endsOn: "9999-12-31" });
