"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { useChange } from "@/app/use-change";
import { noteInput, noteOnChartInput } from "@/server/charts/input";

/** The two questions for every note. */
function NoteFields() {
  return (
    <>
      <DateField name="happenedOn" label="On which day?" hint="For example, 27 9 2026" />
      <TextField name="words" label="What happened?" hint="A few words, such as: the lift was broken" />
      <SubmitButton>Save this note</SubmitButton>
    </>
  );
}

/** Adds a note that is shown wherever the measure is drawn. */
export function NoteOnMeasureForm({ measureId }: { measureId: string }) {
  const change = useChange(useTRPCClient().charts.noteOnMeasure.mutate, {
    with: { measureId },
    to: `/measures/${measureId}`,
    notice: "note added",
  });
  return (
    <Form schema={noteInput} change={change}>
      <NoteFields />
    </Form>
  );
}

/** Adds a note that is shown only on this chart of an experiment. */
export function NoteOnChartForm({ experimentId, measures }: { experimentId: string; measures: Choice<string>[] }) {
  const change = useChange(useTRPCClient().charts.noteOnChart.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}/results`,
    notice: "note added",
  });
  return (
    <Form schema={noteOnChartInput} change={change}>
      <RadiosField name="measureId" label="On which chart?" choices={measures} />
      <NoteFields />
    </Form>
  );
}

type MeasureNote = { measureId: string; noteId: string; words: string };

export function RemoveNoteFromMeasureButton({ measureId, noteId, words }: MeasureNote) {
  const change = useChange(useTRPCClient().charts.removeNoteFromMeasure.mutate, {
    with: { measureId, noteId },
    to: `/measures/${measureId}`,
    notice: "note removed",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Take off<span className="sr-only"> the note: {words}</span>
    </ChangeButton>
  );
}

type ExperimentNote = { experimentId: string; noteId: string; words: string };

export function RemoveNoteFromChartButton({ experimentId, noteId, words }: ExperimentNote) {
  const change = useChange(useTRPCClient().charts.removeNoteFromChart.mutate, {
    with: { experimentId, noteId },
    to: `/experiments/${experimentId}/results`,
    notice: "note removed",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Take off<span className="sr-only"> the note: {words}</span>
    </ChangeButton>
  );
}
