import type { Metadata } from "next";
import { MeasurePart } from "@/app/measures/measure-part";
import { NoteOnMeasureForm, RemoveNoteFromMeasureButton } from "@/app/measures/note-form";
import { NoteList } from "@/app/measures/note-list";
import { api } from "@/server/caller";

export const metadata: Metadata = { title: "Note something on the chart" };

export default async function NotesPage({ params }: PageProps<"/measures/[measureId]/notes">) {
  const { measureId } = await params;
  const [measure, { notes, may }] = await Promise.all([
    api.measures.find({ measureId }),
    api.charts.ofMeasure({ measureId }),
  ]);
  return (
    <MeasurePart measure={measure} heading="Note something on the chart">
      {may.note ? (
        <>
          <p>It is drawn wherever this measure is drawn.</p>
          <NoteOnMeasureForm measureId={measureId} />
        </>
      ) : (
        <p>Teams that use this measure, and those who bring its results, write notes on it.</p>
      )}
      <NoteList
        notes={notes}
        removeButton={({ id, words }) =>
          may.note && <RemoveNoteFromMeasureButton measureId={measureId} noteId={id} words={words} />
        }
      />
    </MeasurePart>
  );
}
