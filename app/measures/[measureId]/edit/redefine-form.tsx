"use client";

import { Fragment, type ReactNode } from "react";
import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { NumberField } from "@/app/ui/number-field";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { TextField } from "@/app/ui/text-field";
import { useChange } from "@/app/use-change";
import { chartPresets, measureDirections } from "@/db/vocabulary";
import type { ChartChoice } from "@/server/charts/kind-choices";
import type { Definition } from "@/server/measures/definition";
import { redefineInput } from "@/server/measures/input";
import { KnowsPermissionsEnd } from "../../knows-permissions-end";
import { chartKindInWords, directionInWords, presetInWords } from "../../measure-words";

const directions = measureDirections.map((value) => ({ value, label: directionInWords[value] }));
const presets = chartPresets.map((value) => ({ value, label: value, hint: presetInWords[value] }));
const hiding = [
  { value: false, label: "No, show every figure" },
  {
    value: true,
    label: "Yes, hide 1 to 7",
    hint: "And every total that would give one away. Those who work there still see their own",
  },
];

type RedefineFormProps = {
  measureId: string;
  current: Definition & { version: number };
  /** A percentage's unit is always "%". */
  asksUnit: boolean;
  /** The chart kinds that fit the way of counting, each with its preview. */
  charts: readonly ChartChoice[];
  /** Which permissions another meaning ends, in a sentence; empty if none. */
  permissionsEnd: string;
};

export function RedefineForm({ measureId, current, asksUnit, charts, permissionsEnd }: RedefineFormProps) {
  const change = useChange(useTRPCClient().measures.redefine.mutate, {
    with: { measureId },
    to: `/measures/${measureId}`,
    notice: ({ countsAnew }) => (countsAnew ? "measure counted anew" : "measure redefined"),
  });
  const fields: Record<keyof Definition, ReactNode> = {
    name: <TextField name="name" label="What is it called?" />,
    operationalDefinition: (
      <TextAreaField
        name="operationalDefinition"
        label="What exactly is counted?"
        hint="So that 2 people would count the same. If this changes, older results may not compare"
        rows={3}
      />
    ),
    unit: asksUnit && <TextField name="unit" label="Counted in" hint="Such as days, minutes or people" width={20} />,
    direction: <RadiosField name="direction" label="Which way is better?" choices={directions} />,
    target: <NumberField name="target" label="Goal" optional hint="Only if a team set one" />,
    decimals: <NumberField name="decimals" label="Decimals shown" width={2} />,
    baselinePoints: (
      <NumberField
        name="baselinePoints"
        label="How many first results make the limits?"
        optional
        width={4}
        hint="Empty: all of them do"
      />
    ),
    chartKind: charts.length > 1 && (
      <RadiosField
        name="chartKind"
        label="What makes its ordinary variation?"
        hint="The limits of its chart come from that. When in doubt, leave it at the first"
        choices={charts.map(({ kind, sentence }) => ({
          value: kind,
          label: chartKindInWords[kind].label,
          hint: [chartKindInWords[kind].means, sentence].filter(Boolean).join(". "),
        }))}
      />
    ),
    preset: <RadiosField name="preset" label="Whose rules make the limits?" choices={presets} />,
    suppressSmall: (
      <RadiosField
        name="suppressSmall"
        label="Hide small figures?"
        hint="Where so few people are counted that someone could know who they are"
        choices={hiding}
      />
    ),
  };
  return (
    <Form schema={redefineInput} change={change} defaultValues={current}>
      {Object.entries(fields).map(([name, field]) => (
        <Fragment key={name}>{field}</Fragment>
      ))}
      <TextAreaField name="reason" label="Why does it change?" optional rows={2} />
      <KnowsPermissionsEnd
        permissionsEnd={
          permissionsEnd && `If the name, what is counted, the unit or which way is better changes: ${permissionsEnd}`
        }
      />
      <HiddenField name="version" value={current.version} />
      <SubmitButton>Save this definition</SubmitButton>
    </Form>
  );
}
