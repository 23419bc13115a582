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

type Earlier = { id: string; renewsId: string | null; takenBack: boolean; given: boolean };

/** Why a request cannot renew an earlier one, as a sentence; null when it can. */
export function whyNotRenew(earlier: Earlier | undefined): string | null {
  if (!earlier) return "There is no such request of this experiment to renew.";
  if (earlier.takenBack) return "That request was taken back. Ask anew instead.";
  return earlier.given ? null : "Nobody said yes to that request, so there is nothing to renew. Ask anew instead.";
}

/** The number of a renewal of `renewsId`: 1 for the first; 0 when it renews nothing. */
export function renewalNumber(
  requests: readonly Pick<Earlier, "id" | "renewsId">[],
  renewsId: string | undefined,
): number {
  const byId = new Map(requests.map((request) => [request.id, request]));
  let count = 0;
  for (let id: string | null | undefined = renewsId; id && count < 1_000; id = byId.get(id)?.renewsId) count++;
  return count;
}
