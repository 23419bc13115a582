import { pluralise } from "@/server/format";

/** For the journal: for how many experiments nobody answers after an act; empty for none. */
export const nobodyAnswersInWords = (affected: readonly unknown[]): string =>
  affected.length === 0 ? "" : `, so nobody answers there for ${pluralise(affected.length, "experiment")}`;

/** The same of an organisation's last day. */
export const thenUnanswered = (carried: readonly unknown[]): string =>
  carried.length === 0 ? "" : `, after which nobody answers there for ${pluralise(carried.length, "experiment")}`;
