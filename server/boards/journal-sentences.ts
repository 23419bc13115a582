import type { ReviewAnswer } from "@/db/vocabulary";
import { dayInWords } from "@/server/format";
import { fromLeeway, sentence } from "@/server/typed-words";

/** Journal sentences about reviews, without their subject; the demo data uses them too. */

export const askedBoard = (board: string, question: string) =>
  sentence`asked the ${fromLeeway(board)} to look at it: ${question}`;

export function answeredForBoard(
  board: string,
  { answer, reason, lookAgainOn }: { answer: ReviewAnswer; reason: string; lookAgainOn?: string | null },
) {
  const again = lookAgainOn ? `, to be looked at again on ${dayInWords(lookAgainOn)}` : "";
  return sentence`answered for the ${fromLeeway(`${board}: ${answer}${again}.`)} ${reason}`;
}
