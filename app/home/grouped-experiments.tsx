import { Details } from "@/app/ui/details";
import { pluralise } from "@/server/format";
import type { ExperimentGroups } from "./groups";
import { HomeCards } from "./home-cards";

/** Experiments by group: in a dip, ending soon, and the quiet ones folded. */
export function GroupedExperiments({ groups: { outside, inDip, ending, quiet } }: { groups: ExperimentGroups }) {
  const dips = [...outside, ...inDip];
  return (
    <>
      {dips.length > 0 && (
        <section>
          <h2 className="nhsuk-heading-m">In an expected dip</h2>
          <HomeCards experiments={dips} />
        </section>
      )}
      {ending.length > 0 && (
        <section>
          <h2 className="nhsuk-heading-m">Ending in the next 30 days</h2>
          <HomeCards experiments={ending} />
        </section>
      )}
      {quiet.length > 0 && (
        <Details summary={pluralise(quiet.length, "quiet experiment")}>
          <HomeCards experiments={quiet} />
        </Details>
      )}
    </>
  );
}
