import type { Metadata } from "next";
import { Card, CardList } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { PageTitle } from "@/app/ui/page-title";
import { api } from "@/server/caller";
import { inPeriod } from "@/server/measures/figures";

export const metadata: Metadata = { title: "Add a result" };

export default async function LogPage() {
  const measures = await api.measures.toLog();
  return (
    <main>
      <PageTitle>Add a result</PageTitle>
      {measures.length > 0 && <p>Which one?</p>}
      <CardList>
        {measures.map(({ id, name, rhythm, lastPeriodOn }) => (
          <Card key={id} title={name} href={`/log/${id}`}>
            <p>{lastPeriodOn ? `The latest is from ${inPeriod(lastPeriodOn, rhythm).slice(3)}.` : "No results yet."}</p>
          </Card>
        ))}
      </CardList>
      {measures.length === 0 && (
        <EmptyState>
          Here you will find the measures your organisation or your team adds results to. There are none yet.
        </EmptyState>
      )}
    </main>
  );
}
