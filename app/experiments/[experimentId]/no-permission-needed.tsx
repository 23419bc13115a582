import Link from "next/link";
import { Sentences } from "@/app/ui/sentences";
import type { api } from "@/server/caller";
import { dayInWords, untilEndOf } from "@/server/format";
import type { PermissionOverview } from "./state-sentence";

type Fits = Awaited<ReturnType<typeof api.standing.forExperiment>>["fits"];
type NoPermissionNeededProps = { carriers: PermissionOverview["carriers"]; fits: Fits };

/** Before it starts: where the team needs nobody's yes, by whose words and until when. */
export function NoPermissionNeeded({ carriers, fits }: NoPermissionNeededProps) {
  const sentences = carriers.flatMap(({ organisationId, organisation, covering }) => {
    const fit = fits.find((one) => one.organisationId === organisationId);
    if (covering || !fit?.fits) return [];
    const { id, givenBy, fromOn, organisation: own } = fit.fits;
    return [
      <span key={organisationId} dir="auto">
        In {organisation} you may start on your own word, {untilEndOf(fit.endsOn)}.{" "}
        <Link href={`/standing/${id}`}>
          {givenBy} allows it{own === null ? " for everyone" : ""} since {dayInWords(fromOn)}
        </Link>
      </span>,
    ];
  });
  return <Sentences of={sentences} />;
}
