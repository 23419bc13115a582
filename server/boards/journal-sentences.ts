import type { ReviewAnswer } from "@/db/vocabulary";
import { dayInWords } from "@/server/format";

/** Journal sentences about reviews, without their subject; the demo data uses them too. */

export const askedBoard = (board: string, question: string) => `asked the ${board} to look at it: ${question}`;

export function answeredForBoard(
  board: string,
  { answer, reason, lookAgainOn }: { answer: ReviewAnswer; reason: string; lookAgainOn?: string | null },
) {
  const again = lookAgainOn ? `, to be looked at again on ${dayInWords(lookAgainOn)}` : "";
  return `answered for the ${board}: ${answer}${again}. ${reason}`;
}
