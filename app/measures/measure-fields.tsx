"use client";

import { Fragment, type ReactNode } from "react";
import { CheckboxesField } from "@/app/ui/checkboxes-field";
import type { Choice } from "@/app/ui/choice";
import { NumberField } from "@/app/ui/number-field";
import { RadiosField } from "@/app/ui/radios-field";
import { TextAreaField } from "@/app/ui/text-area-field";
import { TextField } from "@/app/ui/text-field";
import { measureCountings, measureDirections, measureRhythms } from "@/db/vocabulary";
import type { definedFields } from "@/server/measures/definition";
import { countingInWords, directionInWords, rhythmInWords } from "./measure-words";

const unit = <TextField name="unit" label="Counted in" hint="Such as days, minutes or people" width={20} />;
const hints: Partial<Record<(typeof measureCountings)[number], string>> = {
  percentage: "Such as 54 of 100 calls",
  count: "Such as people, bed days or pounds",
  ratio: "Such as minutes on the phone for each call",
  value: "Such as the middle value of all waits. Or, for rare events, the days since the one before",
};
const countings = measureCountings.map((value) => ({
  value,
  label: countingInWords[value],
  hint: hints[value],
  // biome-ignore lint/suspicious/noThenProperty: what the radios show below a choice; nothing awaits it
  then: value === "percentage" ? undefined : unit,
}));
const directions = measureDirections.map((value) => ({ value, label: directionInWords[value] }));
const rhythms = measureRhythms.map((value) => ({ value, label: rhythmInWords[value] }));

type Definable = keyof typeof definedFields.shape | "counting" | "rhythm";

/** Each field of a new measure, in the order of the form. Null: not asked here. */
const fields: Record<Definable, ReactNode> = {
  name: <TextField name="name" label="What is it called?" hint="Such as: same-day calls answered by 11am" />,
  operationalDefinition: (
    <TextAreaField
      name="operationalDefinition"
      label="What exactly is counted?"
      hint="So that 2 people would count the same. Say who counts and who does not"
      rows={3}
    />
  ),
  counting: <RadiosField name="counting" label="How is it counted?" choices={countings} />,
  unit: null, // follows the choice of counting
  direction: <RadiosField name="direction" label="Which way is better?" choices={directions} />,
  rhythm: <RadiosField name="rhythm" label="How often?" choices={rhythms} />,
  decimals: (
    <NumberField name="decimals" label="Decimals shown" optional width={2} hint="0 unless small steps matter" />
  ),
  target: <NumberField name="target" label="Goal" optional hint="Only if a team set one" />,
  baselinePoints: null, // set once there are results
};
const { decimals, target, ...first } = fields;

/** The questions that define a measure, for its own page and an experiment's. */
export function MeasureFields({ organisations }: { organisations: Choice<string>[] }) {
  return (
    <>
      {Object.entries(first).map(([field, question]) => (
        <Fragment key={field}>{question}</Fragment>
      ))}
      <CheckboxesField
        name="contributors"
        label="Who contributes?"
        hint="Each adds its own part. The chart shows the sum, once all have"
        choices={organisations}
      />
      {decimals}
      {target}
    </>
  );
}
