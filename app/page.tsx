import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Fragment } from "react";
import { Link } from "@/app/ui/link";
import { api } from "@/server/caller";
import { findSignedInPerson } from "@/server/context";
import { listInWords } from "@/server/format";
import { GroupedExperiments } from "./home/grouped-experiments";
import { dipSummary, groupExperiments } from "./home/groups";
import { HomeCards } from "./home/home-cards";
import { NeedsYou } from "./home/needs-you";
import { OnlyTheNewest } from "./home/only-the-newest";
import { ResultsToAdd } from "./home/results-to-add";
import { WaitingStrip } from "./outbox/strip";
import { StandsInFor } from "./stands-in-for";
import { LinkButton } from "./ui/button";
import { EmptyState } from "./ui/empty-state";
import { PageTitle } from "./ui/page-title";

export const metadata: Metadata = { title: { absolute: "Home – Leeway" } };

/** Home for every role: what needs the person, their own experiments, and what they gave permission for. */
export default async function HomePage() {
  const home = await api.home.mine();
  const ownExperiments = home.experiments.filter((experiment) => experiment.onTeam && experiment.stage !== "ended");
  const ended = home.experiments.filter((experiment) => experiment.onTeam && experiment.stage === "ended");
  const carried = home.experiments.filter((experiment) => experiment.carriedByMine.length > 0 && !experiment.onTeam);
  const underWay = carried.filter((experiment) => experiment.stage !== "ended" && experiment.stage !== "asked");
  const groups = groupExperiments(underWay);
  const newIdea = <LinkButton href="/experiments/new">New idea</LinkButton>;
  if (home.systems.length === 0) {
    if ((await findSignedInPerson())?.isAdministrator) redirect("/admin");
    return (
      <main>
        <PageTitle>Welcome to Leeway</PageTitle>
        <p>You do not work in any system here yet. Ask your administrator to add you.</p>
      </main>
    );
  }
  return (
    <main>
      <WaitingStrip />
      <PageTitle caption={listInWords(home.systems.map((system) => system.name))}>
        {home.answersForSomebody && ownExperiments.length === 0
          ? "What you have given permission for"
          : "Your experiments"}
      </PageTitle>
      <StandsInFor />
      {home.answersForSomebody && ownExperiments.length === 0 && (
        <p className="nhsuk-body-l mb-4">{dipSummary(groups)}</p>
      )}
      <NeedsYou home={home} />
      {home.more && <OnlyTheNewest />}
      {home.results.length > 0 && <ResultsToAdd results={home.results} />}
      {ownExperiments.length > 0 && <HomeCards experiments={ownExperiments} />}
      {ownExperiments.length === 0 && home.worksSomewhere && !home.answersForSomebody && (
        <EmptyState action={newIdea}>Your experiments will stand here. Note an idea before it is gone.</EmptyState>
      )}
      {ownExperiments.length > 0 && newIdea}
      {home.answersForSomebody && (
        <section>
          {ownExperiments.length > 0 && <h2 className="nhsuk-heading-m">What you have given permission for</h2>}
          {ownExperiments.length > 0 && <p>{dipSummary(groups)}</p>}
          <GroupedExperiments groups={groups} />
          <p>
            <Link href="/permissions">All permissions</Link>
          </p>
          {ownExperiments.length === 0 && home.worksSomewhere && newIdea}
        </section>
      )}
      {(home.answersForSomebody || home.sitsOnBoard) && (
        <ul className="nhsuk-list">
          {home.systems.map(({ id, name }) => (
            <Fragment key={id}>
              <li>
                <Link href={`/systems/${id}`}>The whole system: {name}</Link>
              </li>
              <li>
                <Link href={`/systems/${id}/answers`}>
                  How fast leaders answer{home.systems.length > 1 ? `: ${name}` : ""}
                </Link>
              </li>
            </Fragment>
          ))}
          <li>
            <Link href="/standing">What may start without asking</Link>
          </li>
          {home.answersForSomebody && (
            <li>
              <Link href="/settings/deputies">Who answers in whose name</Link>
            </li>
          )}
        </ul>
      )}
      {ended.length > 0 && (
        <section>
          <h2 className="nhsuk-heading-m">Ended</h2>
          <HomeCards experiments={ended} />
        </section>
      )}
    </main>
  );
}
