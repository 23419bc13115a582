import { dayInWords, untilEndOf } from "@/server/format";

/** The days of a request, for the journal and pages: "from 1 June 2026 until the end of 31 August 2026". */
export const daysToAsk = (fromOn: string | null, endsOn: string | null): string =>
  [fromOn && `from ${dayInWords(fromOn)}`, endsOn && untilEndOf(endsOn)].filter(Boolean).join(" ") || "no days yet";
