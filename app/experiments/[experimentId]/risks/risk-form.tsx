"use client";

import { CheckboxesField } from "@/app/ui/checkboxes-field";
import type { Choice } from "@/app/ui/choice";
import { RadiosField } from "@/app/ui/radios-field";
import { ScaleField } from "@/app/ui/scale-field";
import { TextAreaField } from "@/app/ui/text-area-field";
import { TextField } from "@/app/ui/text-field";
import { consequences, likelihoods, riskDomains } from "@/db/vocabulary";
import { sentenceCase } from "@/server/format";

export const domains = riskDomains.map((domain) => ({ value: domain, label: sentenceCase(domain) }));

/** The questions of a risk, the same for a new one and for changing it. */
export function RiskFields({ takingPart }: { takingPart: Choice<string>[] }) {
  return (
    <>
      <TextField name="harm" label="What could go wrong?" hint="One sentence a patient could read" />
      <TextField name="whoIsAffected" label="To whom?" />
      <RadiosField name="domain" label="What would it touch most?" choices={domains} />
      <ScaleField name="consequence" label="How bad would it be?" scale={consequences} />
      <ScaleField name="likelihood" label="How likely is it?" scale={likelihoods} />
      <TextAreaField name="controls" label="What makes it less likely, or less bad?" />
      <TextField name="earlyWarning" label="What would you notice first?" />
      <CheckboxesField
        name="carriedBy"
        label="Who carries it?"
        hint="Their leader is asked for permission"
        choices={takingPart}
      />
    </>
  );
}
