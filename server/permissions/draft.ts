import { dayInWords, untilEndOf } from "@/server/words";

/** The days of a request as the journal and the pages say them: "from 1 June 2026 until the end of 31 August 2026". */
export const daysToAsk = (fromOn: string | null, untilOn: string | null): string =>
  [fromOn && `from ${dayInWords(fromOn)}`, untilOn && untilEndOf(untilOn)].filter(Boolean).join(" ") || "no days yet";
