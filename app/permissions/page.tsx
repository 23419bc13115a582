import type { Metadata } from "next";
import { api } from "@/server/caller";
import { DecisionCard } from "../decisions/decision-card";
import { GroupedExperiments } from "../home/grouped-experiments";
import { dipSummary, groupExperiments } from "../home/groups";
import { HomeCards } from "../home/home-cards";
import { NeedsYou } from "../home/needs-you";
import { CardList } from "../ui/card";
import { Details } from "../ui/details";
import { EmptyState } from "../ui/empty-state";
import { PageTitle } from "../ui/page-title";

export const metadata: Metadata = { title: "Permissions" };

/** Every permission that concerns somebody: what needs them, what is in a dip, what ends, what is quiet or over, and what their boards answered. */
export default async function PermissionsPage() {
  const [home, answered] = await Promise.all([api.home.mine(), api.boards.answeredByMine()]);
  const asked = home.experiments.filter((experiment) => experiment.requestId !== null);
  const alive = asked.filter((experiment) => experiment.stage !== "ended");
  const given = alive.filter((experiment) => experiment.carriedByMine.length > 0);
  const ended = asked.filter((experiment) => experiment.stage === "ended");
  const groups = groupExperiments(alive);
  return (
    <main>
      <PageTitle>Permissions</PageTitle>
      {home.answersForSomebody && <p className="nhsuk-body-l mb-4">{dipSummary(groupExperiments(given))}</p>}
      <NeedsYou home={home} />
      {asked.length === 0 && answered.length === 0 && (
        <EmptyState>Permissions that your teams ask for, or that you give, will stand here.</EmptyState>
      )}
      <GroupedExperiments groups={groups} />
      {answered.length > 0 && (
        <Details summary={`${answered.length} answered by your boards`}>
          <CardList>
            {answered.map((decision) => (
              <DecisionCard key={decision.id} decision={decision} />
            ))}
          </CardList>
        </Details>
      )}
      {ended.length > 0 && (
        <Details summary={`${ended.length} ended`}>
          <HomeCards experiments={ended} />
        </Details>
      )}
    </main>
  );
}
