import type { PermissionAnswer } from "@/db/vocabulary";
import { dayInWords, listInWords, untilEndOf } from "@/server/format";
import { daysToAsk } from "@/server/permissions/asking/draft";

/** Journal sentences about requests and answers, without their subject; the demo data uses them too. */

export const filledInDays = (fromOn: string | null, endsOn: string | null) =>
  `filled in what to ask for: ${daysToAsk(fromOn, endsOn)}`;

export const askedPermission = (organisations: readonly string[], fromOn: string, endsOn: string) =>
  `asked ${listInWords(organisations)} for permission ${daysToAsk(fromOn, endsOn)}`;

export const tookRequestBack = (reason: string) => `took the request for permission back: ${reason}`;

export const letPermissionEnd = (endsOn: string, reason: string | null) =>
  `lets the permission end on ${dayInWords(endsOn)}${reason ? `: ${reason}` : ""}`;

export const reportedFix = (words: string) => `says what was done about it: ${words}`;

/** @param endsOn - the last day of a yes */
export function answeredRequest(answer: PermissionAnswer, organisation: string, endsOn: string, words: string) {
  const permission = `gave permission for ${organisation} ${untilEndOf(endsOn)}`;
  const sentences = {
    yes: permission,
    "yes with conditions": `${permission}, with conditions: ${words}`,
    question: `asked for ${organisation}: ${words}`,
    "not this time": `said not this time for ${organisation}: ${words}`,
  };
  return sentences[answer];
}

export const repliedToQuestion = (asker: string, organisation: string, words: string) =>
  `replied to ${asker} of ${organisation}: ${words}`;
