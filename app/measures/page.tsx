import type { Metadata, Route } from "next";
import { LinkButton } from "@/app/ui/button";
import { Card, CardList } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { FilterForm } from "@/app/ui/filter-form";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";
import { Pagination } from "@/app/ui/pagination";
import { api } from "@/server/caller";
import { pluralise } from "@/server/format";
import { groupedBy } from "@/server/measures/grouped";
import { measureFilters } from "@/server/measures/input";

export const metadata: Metadata = { title: "Measures" };

export default async function MeasuresPage({ searchParams }: PageProps<"/measures">) {
  const filters = measureFilters.parse(await searchParams);
  const [{ measures, total, pages }, who] = await Promise.all([api.measures.list(filters), api.organisations.mine()]);
  const mayDefine = who.memberships.length > 0;
  const addressOf = (page: number): Route =>
    `/measures?${new URLSearchParams({ ...(filters.q && { q: filters.q }), page: String(page) })}`;
  const fits = total === 1 ? "fits" : "fit";
  return (
    <main>
      <PageTitle>Measures</PageTitle>
      <p className="nhsuk-body-l">
        {filters.q
          ? `${pluralise(total, "measure")} ${fits} "${filters.q}".`
          : `${pluralise(total, "measure")}. A measure belongs to the whole system, and nobody is ranked by it.`}
      </p>
      <FilterForm
        action="/measures"
        filters={[{ kind: "search", name: "q", label: "Search measures", value: filters.q }]}
        apply="Search"
      />
      {[...groupedBy(measures, (measure) => measure.system)].map(([system, ofSystem]) => (
        <section key={system}>
          <h2 className="nhsuk-heading-m">{system}</h2>
          <p>
            <Link href={`/systems/${ofSystem[0]?.systemId}`}>
              Every chart on one page<span className="sr-only"> of {system}</span>
            </Link>
          </p>
          <CardList>
            {ofSystem.map(({ id, name, sentence }) => (
              <Card key={id} title={name} href={`/measures/${id}`} level={3}>
                <p>{sentence}</p>
              </Card>
            ))}
          </CardList>
        </section>
      ))}
      {measures.length === 0 && (
        <EmptyState>
          {filters.q
            ? "No measure fits. Try fewer words, or define it yourself."
            : "Here you will find what the system watches, each with its chart."}
        </EmptyState>
      )}
      <Pagination page={filters.page} pages={pages} addressOf={addressOf} />
      {mayDefine && (
        <LinkButton href="/measures/new" look="secondary">
          Define a new measure
        </LinkButton>
      )}
    </main>
  );
}
