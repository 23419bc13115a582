import type { Metadata } from "next";
import { NoteOnChartForm, RemoveNoteFromChartButton } from "@/app/measures/note-form";
import { NoteList } from "@/app/measures/note-list";
import { api } from "@/server/caller";
import { ExperimentSubpage } from "../../experiment-subpage";

export const metadata: Metadata = { title: "Note something on a chart" };

export default async function ExperimentNotesPage({ params }: PageProps<"/experiments/[experimentId]/results/notes">) {
  const { experimentId } = await params;
  const [{ title }, measures, { notes, may }] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.measures.ofExperiment({ experimentId }),
    api.charts.ofExperiment({ experimentId }),
  ]);
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="Note something on a chart">
      {measures.length === 0 && <p>There is no chart yet. Add a measure first.</p>}
      {measures.length > 0 && !may.note && <p>Only the team writes notes on its charts.</p>}
      {measures.length > 0 && may.note && (
        <>
          <p>It is drawn on the charts of this experiment only.</p>
          <NoteOnChartForm
            experimentId={experimentId}
            measures={measures.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </>
      )}
      <NoteList
        notes={notes}
        removeButton={({ id, words }) =>
          may.note && <RemoveNoteFromChartButton experimentId={experimentId} noteId={id} words={words} />
        }
      />
    </ExperimentSubpage>
  );
}
