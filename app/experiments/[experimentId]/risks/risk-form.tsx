"use client";

import { Fragment, type ReactNode } from "react";
import { CheckboxesField } from "@/app/ui/checkboxes-field";
import type { Choice } from "@/app/ui/choice";
import { RadiosField } from "@/app/ui/radios-field";
import { ScaleField } from "@/app/ui/scale-field";
import { TextAreaField } from "@/app/ui/text-area-field";
import { TextField } from "@/app/ui/text-field";
import { riskDomains } from "@/db/vocabulary";
import { sentenceCase } from "@/server/format";
import { namesAsked, type RiskField, riskFieldNames } from "@/server/risks/fields";
import { consequences, likelihoods } from "@/server/risks/score";

const domains = riskDomains.map((domain) => ({ value: domain, label: sentenceCase(domain) }));

const fields: Record<RiskField, ReactNode> = {
  harm: <TextField name="harm" label="What could go wrong?" hint="One sentence a patient could read" />,
  whoIsAffected: <TextField name="whoIsAffected" label="To whom?" />,
  domain: <RadiosField name="domain" label="What would it touch most?" choices={domains} />,
  consequence: <ScaleField name="consequence" label="How bad would it be?" scale={consequences} />,
  likelihood: <ScaleField name="likelihood" label="How likely is it?" scale={likelihoods} />,
  controls: <TextAreaField name="controls" label="What makes it less likely, or less bad?" />,
  earlyWarning: <TextField name="earlyWarning" label="What would you notice first?" />,
};

const render = (names: readonly RiskField[]) => names.map((name) => <Fragment key={name}>{fields[name]}</Fragment>);

export function FieldsOfQuestion({ question }: { question: keyof typeof namesAsked }) {
  return render(namesAsked[question]);
}

export function CarriedByField({ takingPart }: { takingPart: Choice<string>[] }) {
  return (
    <CheckboxesField
      name="carriedBy"
      label="Who carries it?"
      hint="Their leader is asked for permission"
      choices={takingPart}
    />
  );
}

/** All fields of a risk, for the forms that add and change one. */
export function RiskFields({ takingPart }: { takingPart: Choice<string>[] }) {
  return (
    <>
      {render(riskFieldNames)}
      <CarriedByField takingPart={takingPart} />
    </>
  );
}
