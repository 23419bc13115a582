import { Refusal } from "@/server/errors";

type Outlook = { carriedBy: string[]; together: { sentence: string } | null };

/** One sentence for each measure on which dips of several experiments add up. */
export const addedUpInWords = (dips: readonly Pick<Outlook, "together">[]): string[] =>
  dips.flatMap(({ together }) => together?.sentence ?? []);

/** Refuses an organisation's yes to dips that add up with other experiments', until it acknowledges the total. */
export function refuseUnlessAcknowledged(dips: readonly Outlook[], organisationId: string): void {
  refuseTogetherUnlessKnown(dips.filter((dip) => dip.carriedBy.includes(organisationId)));
}

/** Refuses a request for permission likewise: all its dips count, whoever carries them. */
export function refuseTogetherUnlessKnown(dips: readonly Pick<Outlook, "together">[]): void {
  const together = addedUpInWords(dips);
  if (together.length > 0) {
    throw new Refusal([], { acknowledgesTogether: `${together.join(" ")} Say that you know this` });
  }
}
