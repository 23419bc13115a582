import { addDays } from "@/server/days";
import { dayInWords, untilEndOf } from "@/server/format";
import { boardScore } from "@/server/risks/score";

/** From this renewal on a board's yes is needed as well. */
export const boardRenewal = 3;

type BoardQuestion = { highestScore: number; renewal: number };

/** Why a board's yes is needed as well, as a sentence; null when it is not. */
export function whyBoard({ highestScore, renewal }: BoardQuestion): string | null {
  if (highestScore >= boardScore)
    return `A risk scores ${highestScore}. From ${boardScore} on a board is asked as well.`;
  if (renewal >= boardRenewal) return "This is the third renewal or a later one, so a board is asked as well.";
  return null;
}

/** What the board is asked. */
export function questionToBoard({ highestScore }: BoardQuestion, dates: string): string {
  return highestScore >= boardScore
    ? `A risk scores ${highestScore}. May it go on ${dates}, if the leaders who carry it say yes?`
    : `It has been renewed twice. May it go on ${dates}, if the leaders who carry its risks say yes?`;
}

/** So many days before its end a permission can be renewed; at any time after. */
export const renewalDays = 14;

export type Ending = {
  id: string;
  /** The day it ends, or ended: the shortest date that any leader gave. */
  endsOn: string;
  /** A request that renews it, not taken back, and whether its dates are still to come. */
  renewedBy: string | null;
};

/** Why there is nothing to decide about the end of a permission yet, or any more; null when there is. */
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

/** The how manieth renewal a request is that follows the one given: 1 for the first. A request followed twice counts once. */
export function renewalNumber(
  requests: readonly Pick<Earlier, "id" | "renewsId">[],
  renewsId: string | undefined,
): number {
  const byId = new Map(requests.map((request) => [request.id, request]));
  let count = 0;
  for (let id: string | null | undefined = renewsId; id && count < 1_000; id = byId.get(id)?.renewsId) count++;
  return count;
}
