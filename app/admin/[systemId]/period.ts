import { dayInWords, untilEndOf } from "@/server/format";

/** "from 3 May 2026, until the end of 31 March 2027". */
export const periodInWords = (fromOn: string, endsOn: string | null): string =>
  `from ${dayInWords(fromOn)}${endsOn ? `, ${untilEndOf(endsOn)}` : ""}`;
