import type { Metadata, Route } from "next";
import { CardList } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { FilterForm } from "@/app/ui/filter-form";
import { PageTitle } from "@/app/ui/page-title";
import { Pagination } from "@/app/ui/pagination";
import { api } from "@/server/caller";
import { pluralise } from "@/server/format";
import { learningFilters } from "@/server/learning/input";
import { LessonCard } from "./lesson-card";

export const metadata: Metadata = { title: "What we learned" };

export default async function LessonsPage({ searchParams }: PageProps<"/learning">) {
  const filters = learningFilters.parse(await searchParams);
  const { goesOn, ends, pages } = await api.learning.list(filters);
  const total = goesOn.total + ends.total;
  const addressOf = (page: number): Route => {
    const query = new URLSearchParams({ ...(filters.q && { q: filters.q }), page: String(page) });
    return `/learning?${query}`;
  };
  const sides = [
    { id: "worked", heading: "Tried, and it helped", lessons: goesOn.lessons },
    { id: "did-not", heading: "Tried, and it did not work out", lessons: ends.lessons },
  ];
  return (
    <main>
      <PageTitle>What we learned</PageTitle>
      <FilterForm
        action="/learning"
        filters={[{ kind: "search", name: "q", label: "Search what others tried", value: filters.q }]}
        apply="Search"
      />
      <p className="nhsuk-body-l">
        {filters.q
          ? `${pluralise(total, "experiment")} ${total === 1 ? "fits" : "fit"}.`
          : `${pluralise(total, "experiment")} ${total === 1 ? "has" : "have"} ended and taught something.`}
      </p>
      {total === 0 ? (
        <EmptyState>
          {filters.q
            ? "Nothing fits. Try fewer words."
            : "Here you will find what each experiment taught, whether it worked or not."}
        </EmptyState>
      ) : (
        <>
          <p className="tablet:hidden">
            <a href="#did-not">Go to what did not work out</a>
          </p>
          <div className="grid gap-x-8 tablet:grid-cols-2">
            {sides.map(({ id, heading, lessons }) => (
              <section key={id} id={id} aria-labelledby={`${id}-heading`}>
                <h2 id={`${id}-heading`} className="nhsuk-heading-m">
                  {heading}
                </h2>
                {lessons.length === 0 && <p>Nothing here.</p>}
                <CardList>
                  {lessons.map((lesson) => (
                    <LessonCard key={lesson.experimentId} lesson={lesson} />
                  ))}
                </CardList>
              </section>
            ))}
          </div>
        </>
      )}
      <Pagination page={filters.page} pages={pages} addressOf={addressOf} />
    </main>
  );
}
