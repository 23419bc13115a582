import type { Who } from "@/server/who";

/** A yes to a request: which human being gave it, and for which organisation or board. */
export type Yes = { givenBy: string; forId: string; forWhom: string };

/** The answers of a board that count as its yes. */
export const boardYeses: readonly string[] = ["go on", "spread"];

/**
 * Why a person may not say yes for this organisation or board: they have said yes to the same request for another. Who acts
 * counts, not in whose name; null when they may.
 */
export function whyNotSecondYes(who: Who, yeses: readonly Yes[], forId: string): string | null {
  const first = yeses.find((yes) => yes.forId !== forId && who.accounts.includes(yes.givenBy));
  if (!first) return null;
  return `You have said yes for ${first.forWhom}, and nobody gives two of the yeses that one request needs. Nothing was saved: somebody else answers here.`;
}
