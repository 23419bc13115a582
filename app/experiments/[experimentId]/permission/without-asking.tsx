import { Link } from "@/app/ui/link";
import { Sentences } from "@/app/ui/sentences";
import { api } from "@/server/caller";
import { NoPermissionNeeded } from "../no-permission-needed";
import type { PermissionOverview } from "../state-sentence";

type WithoutAskingProps = { experimentId: string; carriers: PermissionOverview["carriers"] };

/** Where it needs no permission, and elsewhere why it has to ask. */
export async function WithoutAsking({ experimentId, carriers }: WithoutAskingProps) {
  const { fits } = await api.standing.forExperiment({ experimentId });
  const whyAsk = carriers
    .filter((carrier) => !carrier.covering)
    .flatMap(({ organisationId, organisation }) => {
      const fit = fits.find((candidate) => candidate.organisationId === organisationId);
      if (!fit || fit.fits) return [];
      return fit.sentences.length > 0 ? fit.sentences : [`${organisation} allows nothing without asking.`];
    });
  return (
    <section>
      <h2 className="nhsuk-heading-m">Without asking</h2>
      <NoPermissionNeeded carriers={carriers} fits={fits} />
      {whyAsk.length > 0 && <p>Why it has to ask:</p>}
      <Sentences of={[...new Set(whyAsk)]} />
      <p>
        <Link href="/standing">What may start without asking</Link>
      </p>
    </section>
  );
}
