import { pluralise } from "@/server/format";
import type { Kept } from "./kept";

/** "Waiting to send 2". */
export const waitingInWords = (kept: readonly Kept[]): string =>
  `Waiting to send ${kept.filter(({ state }) => state === "waiting").length}`;

/** "2 results need you", "1 result needs you". */
export const needsYouInWords = (count: number): string =>
  `${pluralise(count, "result")} need${count === 1 ? "s" : ""} you`;

/** "91 in the week to 22 November 2026". */
export const resultInWords = ({ words, period }: Pick<Kept, "words" | "period">): string => `${words} ${period}`;

/** What is true of a result that waits, and that nothing need be done. */
export const keptHere = "Kept on this device. It is sent by itself when there is signal.";

const notYours = "Not saved: you may not add results there any more.";
const whys: Record<string, string> = {
  FORBIDDEN: notYours,
  NOT_FOUND: notYours,
};

/** Why one was not saved, without other people's words: the page itself says the rest. */
export const whyInWords = ({ why = "" }: Kept): string =>
  whys[why] ?? "Not saved: something changed after you typed it. Perhaps somebody else added a result.";
