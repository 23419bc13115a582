import type { Metadata } from "next";
import { BackLink } from "@/app/ui/back-link";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";
import { api } from "@/server/caller";
import { DefineMeasureForm } from "./define-measure-form";

export const metadata: Metadata = { title: "Define a measure" };

export default async function NewMeasurePage({ searchParams }: PageProps<"/measures/new">) {
  const [{ system: requestedSystem }, organisations, systems, who] = await Promise.all([
    searchParams,
    api.organisations.list(),
    api.organisations.systems(),
    api.organisations.mine(),
  ]);
  const worksIn = systems.filter((system) => who.memberships.some((membership) => membership.systemId === system.id));
  const system = worksIn.find(({ id }) => id === requestedSystem) ?? worksIn[0];
  const own = who.memberships
    .filter((membership) => membership.systemId === system?.id)
    .map((membership) => membership.organisationId);
  return (
    <>
      <BackLink href="/measures">Measures</BackLink>
      <main>
        <PageTitle caption={system?.name}>Define a measure</PageTitle>
        {worksIn.length > 1 && (
          <nav aria-label="System">
            {worksIn
              .filter((other) => other !== system)
              .map((other) => (
                <p key={other.id}>
                  <Link href={`/measures/new?system=${other.id}`}>Define it for {other.name} instead</Link>
                </p>
              ))}
          </nav>
        )}
        {system ? (
          <DefineMeasureForm
            key={system.id}
            systemId={system.id}
            own={[...new Set(own)]}
            organisations={organisations
              .filter((organisation) => organisation.systemId === system.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <p>Measures are defined by people who work in a system. You do not work in one here yet.</p>
        )}
      </main>
    </>
  );
}
