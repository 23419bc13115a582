import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { LinkButton } from "@/app/ui/button";
import { Card, CardList } from "@/app/ui/card";
import { PageTitle } from "@/app/ui/page-title";
import { api } from "@/server/caller";
import { SystemForm } from "./system-form";
import { systemInWords } from "./system-sentence";

export async function generateMetadata(): Promise<Metadata> {
  return { title: headingFor((await api.admin.systems.list()).systems) };
}

/** An administrator's first page: the system if there is exactly one, or the form that adds the first. */
export default async function AdminPage() {
  const { systems, mayAdd } = await api.admin.systems.list();
  const [only, ...others] = systems;
  if (only && others.length === 0 && !mayAdd) redirect(`/admin/${only.id}` as Route);
  if (!only) {
    return (
      <main>
        <PageTitle>{headingFor(systems)}</PageTitle>
        <p>This comes first. Organisations, people and boards follow, one page each. You can change all of it later.</p>
        <SystemForm />
      </main>
    );
  }
  return (
    <main>
      <PageTitle>{headingFor(systems)}</PageTitle>
      <CardList>
        {systems.map((system) => (
          <Card key={system.id} title={system.name} href={`/admin/${system.id}` as Route}>
            <p>{systemInWords(system)}</p>
          </Card>
        ))}
      </CardList>
      {mayAdd && (
        <LinkButton href="/admin/new" look="secondary">
          Add another system
        </LinkButton>
      )}
    </main>
  );
}

const headingFor = (systems: unknown[]) => (systems.length === 0 ? "Name your system" : "Looking after Leeway");
