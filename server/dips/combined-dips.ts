import { Refusal } from "@/server/errors";

type Outlook = { carriedBy: string[]; together: { sentence: string } | null };

/** What dips of several experiments on one figure add up to, a sentence a figure. */
export const addedUpInWords = (dips: readonly Pick<Outlook, "together">[]): string[] =>
  dips.flatMap(({ together }) => together?.sentence ?? []);

/** A yes to a dip that others expect too is given knowing what they add up to: until that is said, nothing is saved. */
export function refuseUnlessAcknowledged(dips: readonly Outlook[], organisationId: string): void {
  refuseTogetherUnlessKnown(dips.filter((dip) => dip.carriedBy.includes(organisationId)));
}

/** The same for whoever asks. */
export function refuseTogetherUnlessKnown(dips: readonly Pick<Outlook, "together">[]): void {
  const together = addedUpInWords(dips);
  if (together.length > 0) {
    throw new Refusal([], { acknowledgesTogether: `${together.join(" ")} Say that you know this` });
  }
}
