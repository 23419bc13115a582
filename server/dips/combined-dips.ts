import { Refusal } from "@/server/errors";

type Outlook = { carriedBy: string[]; combined: { sentence: string } | null };

/** One sentence for each measure on which dips of several experiments add up. */
export const combinedDipSentences = (dips: readonly Pick<Outlook, "combined">[]): string[] =>
  dips.flatMap(({ combined }) => combined?.sentence ?? []);

/** Refuses an organisation's yes to dips that add up with other experiments', until it acknowledges the total. */
export function refuseUnlessAcknowledged(dips: readonly Outlook[], organisationId: string): void {
  refuseUnlessAllAcknowledged(dips.filter((dip) => dip.carriedBy.includes(organisationId)));
}

/** The same for a request for permission: all its dips count, of every carrier. */
export function refuseUnlessAllAcknowledged(dips: readonly Pick<Outlook, "combined">[]): void {
  const sentences = combinedDipSentences(dips);
  if (sentences.length > 0) {
    throw new Refusal([], { acknowledgesCombinedDips: `${sentences.join(" ")} Say that you know this` });
  }
}
