import type { ReactNode } from "react";
import { Card, CardList } from "@/app/ui/card";
import type { api } from "@/server/caller";
import { dayInWords } from "@/server/format";

type Note = Awaited<ReturnType<typeof api.charts.ofMeasure>>["notes"][number];

/** The notes on charts, newest day first, each with the button that removes it. */
export function NoteList({ notes, removeButton }: { notes: readonly Note[]; removeButton: (note: Note) => ReactNode }) {
  if (notes.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">Notes there now</h2>
      <CardList>
        {notes.map((note) => (
          <Card key={note.id} title={dayInWords(note.happenedOn)} level={3}>
            <p dir="auto">{note.words}</p>
            <p className="text-s text-secondary">{note.by}</p>
            {removeButton(note)}
          </Card>
        ))}
      </CardList>
    </>
  );
}
