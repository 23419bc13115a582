import type { Metadata } from "next";
import { Card, CardList } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";
import { api } from "@/server/caller";
import { pluralise, weekdayInWords } from "@/server/format";
import { waitingInWords } from "./meeting-words";

export const metadata: Metadata = { title: "Boards" };

export default async function BoardsPage() {
  const boards = await api.boards.list();
  const ownFirst = boards.toSorted((a, b) => Number(b.mySeat !== null) - Number(a.mySeat !== null));
  const waiting = boards.reduce((sum, board) => sum + board.waiting, 0);
  const severalSystems = new Set(boards.map((board) => board.systemId)).size > 1;
  if (boards.length === 0) {
    return (
      <main>
        <PageTitle>Boards</PageTitle>
        <EmptyState>
          Here you will find the boards that partners sit on together. Your system has none yet; your administrator adds
          them.
        </EmptyState>
      </main>
    );
  }
  return (
    <main>
      <PageTitle>Boards</PageTitle>
      <p className="nhsuk-body-l">
        {pluralise(boards.length, "board")}. {waitingInWords(waiting)}
      </p>
      <CardList>
        {ownFirst.map((board) => (
          <Card key={board.id} title={board.name} href={`/boards/${board.id}`}>
            {severalSystems && <p className="mb-1 text-s text-secondary">{board.system}</p>}
            <p className="mb-1">
              {board.nextMeetingOn && `Next meeting: ${weekdayInWords(board.nextMeetingOn)}.`}{" "}
              {waitingInWords(board.waiting)}
            </p>
            {board.mySeat && <p className="mb-0 text-s text-secondary">You sit on it as {board.mySeat}.</p>}
          </Card>
        ))}
      </CardList>
      <p>
        <Link href="/decisions">What boards have answered</Link>
      </p>
      <ul className="nhsuk-list">
        {[...new Map(boards.map(({ systemId, system }) => [systemId, system]))].map(([systemId, system]) => (
          <li key={systemId}>
            <Link href={`/systems/${systemId}`}>All charts of {system}</Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
