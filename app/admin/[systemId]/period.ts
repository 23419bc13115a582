import { dayInWords, untilEndOf } from "@/server/words";

/** "from 3 May 2026, until the end of 31 March 2027". */
export const periodInWords = (fromOn: string, toOn: string | null): string =>
  `from ${dayInWords(fromOn)}${toOn ? `, ${untilEndOf(toOn)}` : ""}`;
