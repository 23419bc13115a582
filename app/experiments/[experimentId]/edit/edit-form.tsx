"use client";

import type { z } from "zod";
import { useTRPCClient } from "@/app/trpc";
import { CheckboxesField } from "@/app/ui/checkboxes-field";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { NumberField } from "@/app/ui/number-field";
import { RadiosField } from "@/app/ui/radios-field";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { TextField } from "@/app/ui/text-field";
import { type Keyed, useChange } from "@/app/use-change";
import { type PathwayStage, pathwayStages } from "@/db/vocabulary";
import { editInput } from "@/server/experiments/input";
import { sentenceCase } from "@/server/format";
import type { WithNulls } from "@/server/pick";
import { afterSaving } from "../after-saving";

type EditableExperiment = WithNulls<z.input<typeof editInput>> & { id: string };

const yesOrNo = [
  { value: true, label: "Yes" },
  { value: false, label: "No" },
];
const pathway = pathwayStages.map((stage: PathwayStage) => ({ value: stage, label: sentenceCase(stage) }));

type EditFormProps = { experiment: EditableExperiment; organisations: Choice<string>[]; from?: string };

export function EditForm({ experiment, organisations, from }: EditFormProps) {
  const { experiments } = useTRPCClient();
  const { id: experimentId, ...defaultValues } = experiment;
  // null clears the weeks; an absent field would leave them as they are
  const edit = ({ plannedWeeks = null, ...input }: Keyed<z.infer<typeof editInput>>) =>
    experiments.edit.mutate({ ...input, plannedWeeks, experimentId });
  const change = useChange(edit, { to: afterSaving({ experimentId, from }, ""), notice: "experiment changed" });
  return (
    <Form schema={editInput} change={change} defaultValues={defaultValues}>
      <TextField name="title" label="Its name" />
      <TextAreaField name="problem" label="What bothers you?" />
      <TextAreaField name="changeIdea" label="What would you try?" />
      <TextField name="place" label="Where?" hint="A ward, a practice, a street" />
      <TextAreaField
        name="prediction"
        label="We expect …"
        hint="What will be different, by how much, by when?"
        optional
      />
      <TextAreaField name="predictionBecause" label="… because …" hint="Why should it work?" optional />
      <TextAreaField name="aim" label="What is it all for?" optional />
      <SelectField name="startsAt" label="Where does the trouble start?" optional choices={pathway} />
      <SelectField name="showsAt" label="Where does the trouble show?" optional choices={pathway} />
      <RadiosField
        name="reversible"
        label="Can it be undone at any time?"
        hint="What can be undone may often start without asking"
        choices={yesOrNo}
        optional
      />
      <NumberField
        name="plannedWeeks"
        label="For how many weeks do you plan to try it?"
        width={3}
        suffix="weeks"
        optional
      />
      <CheckboxesField name="takingPart" label="Who takes part?" choices={organisations} />
      <HiddenField name="version" value={experiment.version} />
      <SubmitButton>Save these words</SubmitButton>
    </Form>
  );
}
