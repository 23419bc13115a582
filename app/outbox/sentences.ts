import { pluralise } from "@/server/format";
import type { QueuedResult } from "./queued-result";

/** "Waiting to send 2". */
export const waitingInWords = (results: readonly QueuedResult[]): string =>
  `Waiting to send ${results.filter(({ state }) => state === "waiting").length}`;

/** "2 results need you", "1 result needs you". */
export const needsYouInWords = (count: number): string =>
  `${pluralise(count, "result")} need${count === 1 ? "s" : ""} you`;

/** "91 in the week to 22 November 2026". */
export const resultInWords = ({ words, period }: Pick<QueuedResult, "words" | "period">): string =>
  `${words} ${period}`;

export const storedHere = "Kept on this device. It is sent by itself when there is signal.";

const notYours = "Not saved: you may not add results there any more.";
const whys: Record<string, string> = {
  FORBIDDEN: notYours,
  NOT_FOUND: notYours,
};

/** Why a result was not saved. The server's refusal may quote other people, so only the page shows it. */
export const whyInWords = ({ why = "" }: QueuedResult): string =>
  whys[why] ?? "Not saved: something changed after you typed it. Perhaps somebody else added a result.";
