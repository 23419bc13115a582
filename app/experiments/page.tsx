import type { Metadata, Route } from "next";
import { LinkButton } from "@/app/ui/button";
import { CardList } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { FilterForm } from "@/app/ui/filter-form";
import { PageTitle } from "@/app/ui/page-title";
import { Pagination } from "@/app/ui/pagination";
import { pathwayStages, stages } from "@/db/vocabulary";
import { api } from "@/server/caller";
import { experimentFilters } from "@/server/experiments/input";
import { pluralise, sentenceCase } from "@/server/format";
import { ExperimentCard } from "./experiment-card";
import { stageInWords } from "./stage-words";

export const metadata: Metadata = { title: "Experiments" };

export default async function ExperimentsPage({ searchParams }: PageProps<"/experiments">) {
  const filters = experimentFilters.parse(await searchParams);
  const [{ cards, total, pages, counts }, organisations] = await Promise.all([
    api.experiments.list(filters),
    api.organisations.list(),
  ]);
  const { page: _, ...chosen } = filters;
  const addressOf = (page: number): Route => {
    const query = new URLSearchParams(
      Object.entries({ ...chosen, page: String(page) }).filter(([, value]) => value) as [string, string][],
    );
    return `/experiments?${query}`;
  };
  const filtered = Object.values(chosen).some(Boolean);
  return (
    <main>
      <PageTitle>Experiments</PageTitle>
      <p className="nhsuk-body-l">
        {filtered ? `${pluralise(total, "experiment")} ${total === 1 ? "fits" : "fit"}.` : countsInWords(total, counts)}
      </p>
      <FilterForm
        action="/experiments"
        filters={[
          { kind: "search", name: "q", label: "Search", value: filters.q },
          {
            ...{ kind: "choice", name: "stage", label: "Where it stands", value: filters.stage, any: "Any" },
            choices: stages.map((stage) => ({ value: stage, label: stageInWords(stage) })),
          },
          {
            ...{
              kind: "choice",
              name: "pathway",
              label: "Where it starts or shows",
              value: filters.pathway,
              any: "Anywhere",
            },
            choices: pathwayStages.map((stage) => ({ value: stage, label: sentenceCase(stage) })),
          },
          {
            ...{
              kind: "choice",
              name: "organisation",
              label: "Who takes part",
              value: filters.organisation,
              any: "Anyone",
            },
            choices: organisations.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            ...{ kind: "choice", name: "mine", label: "Whose", value: filters.mine, any: "Everyone's" },
            choices: [{ value: "yes", label: "Mine" }],
          },
        ]}
      />
      {cards.length > 0 ? (
        <CardList>
          {cards.map((experiment) => (
            <ExperimentCard key={experiment.id} experiment={experiment} />
          ))}
        </CardList>
      ) : (
        <EmptyState action={<LinkButton href="/experiments/new">New idea</LinkButton>}>
          {filtered
            ? "No experiment fits. Try fewer words, or note the idea yourself."
            : "Here you will find what teams try, and what they learned. Note the first idea."}
        </EmptyState>
      )}
      <Pagination page={filters.page} pages={pages} addressOf={addressOf} />
    </main>
  );
}

function countsInWords(total: number, counts: Partial<Record<string, number>>): string {
  const running = counts.running ?? 0;
  const asked = counts.asked ?? 0;
  const ended = counts.ended ?? 0;
  return `${pluralise(total, "experiment")}: ${running} running, ${asked} waiting for permission, ${ended} ended.`;
}
