import { pluralise } from "@/server/format";

/** For the journal: for how many experiments nobody answers after an act; empty for none. */
export const nobodyAnswersInWords = (affected: readonly unknown[]): string =>
  affected.length === 0 ? "" : `, so nobody answers there for ${pluralise(affected.length, "experiment")}`;

/** The same of a leader's last day. */
export const thenUnanswered = (affected: readonly unknown[]): string =>
  affected.length === 0 ? "" : `, after which nobody answers there for ${pluralise(affected.length, "experiment")}`;

/** Of an organisation's last day: to whom passes what it carries (rule I9). */
export const thenPasses = (carried: readonly unknown[], successor = "the lead organisation"): string =>
  carried.length === 0
    ? ""
    : `, after which what it carries of ${pluralise(carried.length, "experiment")} passes to ${successor}`;
