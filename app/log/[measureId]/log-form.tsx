"use client";

import { useEffect, useMemo, useState } from "react";
import { useWatch } from "react-hook-form";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { Inset } from "@/app/ui/inset";
import { NumberField } from "@/app/ui/number-field";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import type { MeasureCounting } from "@/db/vocabulary";
import { boxesOf, type NumberBox, numberBoxChecks } from "@/server/measures/number-box";

export type PeriodChoice = { on: string; label: string; logged: { version: number; sentence: string } | null };

type LogFormProps = {
  measure: { counting: MeasureCounting; unit: string };
  organisationId: string;
  periodOn: string;
  periods: readonly PeriodChoice[];
  lastTime?: string;
  /** The values to start with, typed earlier. */
  typed?: NumberBox;
  send: (part: NumberBox, key: string) => Promise<void>;
};

/** A period and its number; where the period has one already, also the present number and the reason for correcting it. */
export function LogForm({ measure, organisationId, periodOn, periods, lastTime, typed, send }: LogFormProps) {
  const [chosenOn, setChosenOn] = useState(periodOn);
  const loggedOn = (period: string) => periods.find(({ on }) => on === period)?.logged ?? null;
  const logged = loggedOn(chosenOn);
  const { counting } = measure;
  const corrects = logged !== null;
  const schema = useMemo(() => numberBoxChecks(counting, { corrects }), [counting, corrects]);
  return (
    <Form
      schema={schema}
      change={{ send }}
      defaultValues={{ ...typed, organisationId, periodOn, version: loggedOn(periodOn)?.version }}
    >
      <HiddenField name="organisationId" value={organisationId} />
      <Boxes measure={measure} hint={logged ? undefined : lastTime} />
      <SelectField name="periodOn" label="Period" choices={periods.map(({ on, label }) => ({ value: on, label }))} />
      <WatchField name="periodOn" onChange={setChosenOn} />
      {logged && (
        <>
          <Inset>
            <p>There is a result for this period: {logged.sentence}. It stays readable beside yours.</p>
          </Inset>
          <HiddenField name="version" value={logged.version} />
          <TextField name="reason" label="Why is it corrected?" hint="A few words" />
        </>
      )}
      <SubmitButton>{logged ? "Correct this result" : "Save"}</SubmitButton>
    </Form>
  );
}

function Boxes({ measure: { counting, unit }, hint }: { measure: LogFormProps["measure"]; hint?: string }) {
  if (boxesOf(counting).length === 1) return <NumberField name="value" label="Result" hint={hint} suffix={unit} />;
  return (
    <>
      <NumberField name="numerator" label="How many?" hint={hint} />
      <NumberField name="denominator" label="Out of how many?" />
    </>
  );
}

/** Reports the chosen period, which may already have a result. */
function WatchField({ name, onChange }: { name: string; onChange: (value: string) => void }) {
  const value: string = useWatch({ name });
  useEffect(() => onChange(value), [value, onChange]);
  return null;
}
