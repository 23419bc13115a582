import type { PermissionAnswer } from "@/db/vocabulary";
import { dayInWords, listInWords, untilEndOf } from "@/server/format";
import { daysToAsk } from "@/server/permissions/asking/draft";
import { fromLeeway, sentence } from "@/server/typed-words";

/** Journal sentences about requests and answers, without their subject; the demo data uses them too. */

export const filledInDays = (fromOn: string | null, endsOn: string | null) =>
  fromLeeway(`filled in what to ask for: ${daysToAsk(fromOn, endsOn)}`);

export const askedPermission = (organisations: readonly string[], fromOn: string, endsOn: string) =>
  fromLeeway(`asked ${listInWords(organisations)} for permission ${daysToAsk(fromOn, endsOn)}`);

export const tookRequestBack = (reason: string) => sentence`took the request for permission back: ${reason}`;

export const letPermissionEnd = (endsOn: string, reason: string | null) =>
  sentence`lets the permission end on ${fromLeeway(dayInWords(endsOn))}${reason ? sentence`: ${reason}` : []}`;

export const reportedFix = (words: string) => sentence`says what was done about it: ${words}`;

/** @param endsOn - the last day of a yes */
export function answeredRequest(answer: PermissionAnswer, organisation: string, endsOn: string, words: string) {
  const permission = fromLeeway(`gave permission for ${organisation} ${untilEndOf(endsOn)}`);
  const carrier = fromLeeway(organisation);
  const answers = {
    yes: permission,
    "yes with conditions": sentence`${permission}, with conditions: ${words}`,
    question: sentence`asked for ${carrier}: ${words}`,
    "not this time": sentence`said not this time for ${carrier}: ${words}`,
  };
  return answers[answer];
}

export const repliedToQuestion = (asker: string, organisation: string, words: string) =>
  sentence`replied to ${fromLeeway(`${asker} of ${organisation}`)}: ${words}`;
