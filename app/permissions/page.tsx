import type { Metadata } from "next";
import { api } from "@/server/caller";
import { DecisionCard } from "../decisions/decision-card";
import { GroupedExperiments } from "../home/grouped-experiments";
import { dipSummary, groupExperiments } from "../home/groups";
import { HomeCards } from "../home/home-cards";
import { NeedsYou } from "../home/needs-you";
import { OnlyTheNewest } from "../home/only-the-newest";
import { CardList } from "../ui/card";
import { Details } from "../ui/details";
import { EmptyState } from "../ui/empty-state";
import { PageTitle } from "../ui/page-title";

export const metadata: Metadata = { title: "Permissions" };

/** Every permission that concerns the person: open tasks, dips, endings, quiet and ended ones, and their boards' answers. */
export default async function PermissionsPage() {
  const [home, decisions] = await Promise.all([api.home.mine(), api.boards.answeredByMine()]);
  const requested = home.experiments.filter((experiment) => experiment.requestId !== null);
  const underWay = requested.filter((experiment) => experiment.stage !== "ended");
  const carried = underWay.filter((experiment) => experiment.carriedByMine.length > 0);
  const ended = requested.filter((experiment) => experiment.stage === "ended");
  const groups = groupExperiments(underWay);
  return (
    <main>
      <PageTitle>Permissions</PageTitle>
      {home.answersForSomebody && <p className="nhsuk-body-l mb-4">{dipSummary(groupExperiments(carried))}</p>}
      <NeedsYou home={home} />
      {home.more && <OnlyTheNewest />}
      {requested.length === 0 && decisions.length === 0 && (
        <EmptyState>Permissions that your teams ask for, or that you give, will stand here.</EmptyState>
      )}
      <GroupedExperiments groups={groups} />
      {decisions.length > 0 && (
        <Details summary={`${decisions.length} answered by your boards`}>
          <CardList>
            {decisions.map((decision) => (
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
