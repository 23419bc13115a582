"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { type NoteInput, type NoteOnChartInput, noteInput, noteOnChartInput } from "@/server/charts/input";

/** The two questions of every note. */
function NoteFields() {
  return (
    <>
      <DateField name="happenedOn" label="On which day?" hint="For example, 27 9 2026" />
      <TextField name="words" label="What happened?" hint="A few words, such as: the lift was broken" />
      <SubmitButton>Save this note</SubmitButton>
    </>
  );
}

/** A note wherever the measure is drawn. */
export function NoteOnMeasureForm({ measureId }: { measureId: string }) {
  const router = useRouter();
  const note = useMutation(useTRPC().charts.noteOnMeasure.mutationOptions());
  const send = async (said: NoteInput, key: string) => {
    await note.mutateAsync({ ...said, measureId, key });
    router.push(`/measures/${measureId}?said=noted`);
    router.refresh();
  };
  return (
    <Form schema={noteInput} send={send}>
      <NoteFields />
    </Form>
  );
}

/** A note on one of the charts of an experiment, and nowhere else. */
export function NoteOnChartForm({ experimentId, measures }: { experimentId: string; measures: Choice<string>[] }) {
  const router = useRouter();
  const note = useMutation(useTRPC().charts.noteOnChart.mutationOptions());
  const send = async (said: NoteOnChartInput, key: string) => {
    await note.mutateAsync({ ...said, experimentId, key });
    router.push(`/experiments/${experimentId}/results?said=noted`);
    router.refresh();
  };
  return (
    <Form schema={noteOnChartInput} send={send}>
      <RadiosField name="measureId" label="On which chart?" choices={measures} />
      <NoteFields />
    </Form>
  );
}

type OfMeasure = { measureId: string; noteId: string; words: string };

export function RemoveNoteFromMeasureButton({ measureId, noteId, words }: OfMeasure) {
  const remove = useMutation(useTRPC().charts.removeNoteFromMeasure.mutationOptions());
  return (
    <ActButton
      look="secondary"
      send={(key) => remove.mutateAsync({ measureId, noteId, key })}
      then={`/measures/${measureId}?said=note-removed`}
    >
      Take off<span className="sr-only"> the note: {words}</span>
    </ActButton>
  );
}

type OfExperiment = { experimentId: string; noteId: string; words: string };

export function RemoveNoteFromChartButton({ experimentId, noteId, words }: OfExperiment) {
  const remove = useMutation(useTRPC().charts.removeNoteFromChart.mutationOptions());
  return (
    <ActButton
      look="secondary"
      send={(key) => remove.mutateAsync({ experimentId, noteId, key })}
      then={`/experiments/${experimentId}/results?said=note-removed`}
    >
      Take off<span className="sr-only"> the note: {words}</span>
    </ActButton>
  );
}
