import type { PermissionAnswer } from "@/db/terms";
import { daysToAsk } from "@/server/permissions/draft";
import { dayInWords, listed } from "@/server/words";

/** What the journal says of asking for permission and answering: sentences without their subject, for procedures and the demo world. */

export const filledInDays = (fromOn: string | null, untilOn: string | null) =>
  `filled in what to ask for: ${daysToAsk(fromOn, untilOn)}`;

export const askedPermission = (organisations: readonly string[], fromOn: string, untilOn: string) =>
  `asked ${listed(organisations)} for permission ${daysToAsk(fromOn, untilOn)}`;

export const tookRequestBack = (reason: string) => `took the request for permission back: ${reason}`;

/** @param untilOn - the last day of a yes */
export function answeredRequest(answer: PermissionAnswer, organisation: string, untilOn: string, words: string) {
  const permission = `gave permission for ${organisation} until the end of ${dayInWords(untilOn)}`;
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
