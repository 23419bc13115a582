import { Refusal } from "@/server/errors";

type Outlook = { carriedBy: string[]; together: { sentence: string } | null };

/** A yes to a dip that others expect too is given knowing what they add up to: until that is said, nothing is saved. */
export function refuseUnlessAcknowledged(dips: readonly Outlook[], organisationId: string): void {
  const together = dips.flatMap((dip) =>
    dip.together && dip.carriedBy.includes(organisationId) ? [dip.together.sentence] : [],
  );
  if (together.length > 0) {
    throw new Refusal([], { acknowledgesTogether: `${together.join(" ")} Say that you know this` });
  }
}
