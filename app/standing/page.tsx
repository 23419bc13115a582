import type { Metadata } from "next";
import { LinkButton } from "@/app/ui/button";
import { PageTitle } from "@/app/ui/page-title";
import { api } from "@/server/caller";
import { StandingCard } from "./standing-card";

export const metadata: Metadata = { title: "What may start without asking" };

/** A system's standing permissions, for all its people: valid ones first, then future ones, then past ones. */
export default async function StandingPage() {
  const [systems, all, { forWhom }] = await Promise.all([
    api.organisations.systems(),
    api.standing.list(),
    api.standing.toGive(),
  ]);
  return (
    <main>
      <PageTitle>What may start without asking</PageTitle>
      <p>A team reads here what it may start on its own word. Anything inside these words needs nobody.</p>
      {forWhom.length > 0 && <LinkButton href="/standing/give">Allow something without asking</LinkButton>}
      {systems.map((system) => {
        const ofSystem = all.filter((permission) => permission.systemId === system.id);
        const valid = ofSystem.filter((permission) => permission.holds);
        const later = ofSystem.filter((permission) => permission.begins);
        const past = ofSystem.filter((permission) => !permission.holds && !permission.begins);
        return (
          <section key={system.id}>
            <h2 className="nhsuk-heading-m">{systems.length > 1 ? system.name : "What holds today"}</h2>
            {valid.length === 0 && <p>Nothing may start without asking today. Each experiment asks for permission.</p>}
            {valid.map((permission) => (
              <StandingCard key={permission.id} standing={permission} />
            ))}
            {later.length > 0 && <h3 className="nhsuk-heading-s">Begins later</h3>}
            {later.map((permission) => (
              <StandingCard key={permission.id} standing={permission} />
            ))}
            {past.length > 0 && <h3 className="nhsuk-heading-s">Held before</h3>}
            {past.map((permission) => (
              <StandingCard key={permission.id} standing={permission} />
            ))}
          </section>
        );
      })}
    </main>
  );
}
