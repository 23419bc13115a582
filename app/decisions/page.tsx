import type { Metadata, Route } from "next";
import { BackLink } from "@/app/ui/back-link";
import { CardList } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { FilterForm } from "@/app/ui/filter-form";
import { PageTitle } from "@/app/ui/page-title";
import { Pagination } from "@/app/ui/pagination";
import { decisionFilters } from "@/server/boards/input";
import { api } from "@/server/caller";
import { pluralise } from "@/server/format";
import { DecisionCard } from "./decision-card";

export const metadata: Metadata = { title: "What boards have answered" };

export default async function DecisionsPage({ searchParams }: PageProps<"/decisions">) {
  const filters = decisionFilters.parse(await searchParams);
  const [{ decisions, total, pages }, boards] = await Promise.all([api.boards.decisions(filters), api.boards.list()]);
  const chosen = boards.find((board) => board.id === filters.board);
  const addressOf = (page: number): Route => {
    const query = new URLSearchParams({ ...(filters.board && { board: filters.board }), page: String(page) });
    return `/decisions?${query}`;
  };
  return (
    <>
      <BackLink href="/boards">Boards</BackLink>
      <main>
        <PageTitle>What boards have answered</PageTitle>
        <p className="nhsuk-body-l">
          {pluralise(total, "answer")}
          {chosen ? ` of the ${chosen.name}` : ""}, newest first.
        </p>
        <FilterForm
          action="/decisions"
          filters={[
            {
              ...{ kind: "choice", name: "board", label: "Board", value: filters.board, any: "All boards" },
              choices: boards.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]}
        />
        {decisions.length > 0 ? (
          <CardList>
            {decisions.map((decision) => (
              <DecisionCard key={decision.id} decision={decision} />
            ))}
          </CardList>
        ) : (
          <EmptyState>
            Here you will find what boards say to the teams that ask them, with the reason. Nothing has been answered
            yet.
          </EmptyState>
        )}
        <Pagination page={filters.page} pages={pages} addressOf={addressOf} />
      </main>
    </>
  );
}
