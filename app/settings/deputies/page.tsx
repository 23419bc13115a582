import type { Metadata } from "next";
import { PageNotice } from "@/app/page-notice";
import { StandsInFor } from "@/app/stands-in-for";
import { BackLink } from "@/app/ui/back-link";
import { Card, CardList } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { PageTitle } from "@/app/ui/page-title";
import { api } from "@/server/caller";
import { daysInWords } from "@/server/format";
import { EndDeputyButton } from "./end-deputy-button";
import { NameDeputyForm } from "./name-deputy-form";

export const metadata: Metadata = { title: "Who answers in whose name" };

/** A leader names a deputy for a period; a deputy sees for whom and until when they answer. */
export default async function DeputiesPage({ searchParams }: PageProps<"/settings/deputies">) {
  const [deputies, { today, people }, { memberships }] = await Promise.all([
    api.organisations.deputies(),
    api.organisations.toNameDeputy(),
    api.organisations.mine(),
  ]);
  const ownDeputies = deputies.filter((deputy) => deputy.mine);
  const leads = memberships.some((membership) => membership.role === "leader");
  const several = new Set(people.map((person) => `${person.systemId} ${person.organisationId}`)).size > 1;
  return (
    <>
      <BackLink href="/settings">Settings</BackLink>
      <main>
        <PageNotice search={searchParams} />
        <PageTitle>Who answers in whose name</PageTitle>
        <StandsInFor />
        {!leads && !deputies.some((deputy) => deputy.isMe) && (
          <p>You stand in for nobody. A leader can name you for the days when they are away.</p>
        )}
        {leads && (
          <>
            <h2 className="nhsuk-heading-m">Who answers in your name</h2>
            {ownDeputies.length === 0 && <p>Nobody. You answer for yourself.</p>}
            <CardList>
              {ownDeputies.map(({ id, systemId, deputy, organisation, fromOn, endsOn, now }) => (
                <Card key={id} title={deputy} level={3}>
                  <p dir="auto">
                    For {organisation}, {daysInWords(fromOn, endsOn)}. {!now && "That has not begun yet."}
                  </p>
                  <EndDeputyButton systemId={systemId} deputyRowId={id} deputy={deputy} />
                </Card>
              ))}
            </CardList>
            <h2 className="nhsuk-heading-m">Name somebody</h2>
            {people.length === 0 ? (
              <EmptyState>
                Nobody else works in your organisation in Leeway. An administrator can add people.
              </EmptyState>
            ) : (
              <>
                <p>
                  They answer in your name, and both names are kept. They cannot pass it on, and you can still answer.
                </p>
                <NameDeputyForm
                  today={today}
                  choices={people.map(({ systemId, organisationId, organisation, id, name, job }) => ({
                    value: `${systemId} ${organisationId} ${id}`,
                    label: [name, job, several && organisation].filter(Boolean).join(", "),
                  }))}
                />
              </>
            )}
          </>
        )}
      </main>
    </>
  );
}
