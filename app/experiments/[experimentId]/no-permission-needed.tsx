import { Link } from "@/app/ui/link";
import { Sentences } from "@/app/ui/sentences";
import type { api } from "@/server/caller";
import { dayInWords, untilEndOf } from "@/server/format";
import type { PermissionOverview } from "./state-sentence";

type Fits = Awaited<ReturnType<typeof api.standing.forExperiment>>["fits"];
type NoPermissionNeededProps = { carriers: PermissionOverview["carriers"]; fits: Fits };

/** Before the start: organisations where a standing permission covers it, given by whom and until when. */
export function NoPermissionNeeded({ carriers, fits }: NoPermissionNeededProps) {
  const sentences = carriers.flatMap(({ organisationId, organisation, covering }) => {
    const fit = fits.find((candidate) => candidate.organisationId === organisationId);
    if (covering || !fit?.fits) return [];
    const { id, givenBy, fromOn, organisation: limitedTo } = fit.fits;
    return [
      <span key={organisationId} dir="auto">
        In {organisation} you may start on your own word, {untilEndOf(fit.endsOn)}.{" "}
        <Link href={`/standing/${id}`}>
          {givenBy} allows it{limitedTo === null ? " for everyone" : ""} since {dayInWords(fromOn)}
        </Link>
      </span>,
    ];
  });
  return <Sentences of={sentences} />;
}
