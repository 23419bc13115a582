"use client";

import { z } from "zod";
import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { NumberField } from "@/app/ui/number-field";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { type Keyed, useChange } from "@/app/use-change";
import { riskDomains } from "@/db/vocabulary";
import { sentenceCase } from "@/server/format";
import { giveStandingInput } from "@/server/standing/input";

/** The system's id, a space and the organisation's id; a system's id alone means the floor for all. */
const forWhomInput = giveStandingInput.safeExtend({ organisationId: z.string("Choose whom it is for") });

export function GiveStandingForm({ choices, today }: { choices: Choice<string>[]; today: string }) {
  const { standing } = useTRPCClient();
  const give = ({ organisationId: forWhom, ...terms }: Keyed<z.infer<typeof forWhomInput>>) => {
    const [systemId = "", organisationId] = forWhom.split(" ");
    return standing.give.mutate({ ...terms, systemId, organisationId });
  };
  const change = useChange(give, {
    to: ({ standingId }) => `/standing/${standingId}`,
    notice: (_, { organisationId }) => (organisationId.includes(" ") ? "standing permission given" : "floor proposed"),
  });
  const [only] = choices;
  return (
    <Form
      schema={forWhomInput}
      change={change}
      defaultValues={{
        fromOn: today,
        note: "",
        organisationId: choices.length === 1 ? only?.value : undefined,
      }}
    >
      {choices.length > 1 ? (
        <RadiosField name="organisationId" label="Whom is it for?" choices={choices} />
      ) : (
        <>
          <p className="font-bold">{only?.label}</p>
          <HiddenField name="organisationId" value={only?.value} />
        </>
      )}
      <h2 className="nhsuk-heading-s mb-2">The highest score that needs no asking</h2>
      <p>A score is how bad it would be times how likely it is, from 1 to 25. Leave out what they should ask about.</p>
      <div className="grid grid-cols-2 items-end gap-x-6 tablet:grid-cols-3">
        {riskDomains.map((domain) => (
          <NumberField key={domain} name={`highestScores.${domain}`} label={sentenceCase(domain)} width={3} optional />
        ))}
      </div>
      <NumberField
        name="longestWeeks"
        label="For how many weeks at most?"
        hint="From the day it starts"
        width={3}
        suffix="weeks"
      />
      <DateField name="fromOn" label="From which day?" />
      <DateField
        name="endsOn"
        label="Until the end of which day?"
        hint="Left empty, it holds until you take it back"
        optional
      />
      <TextAreaField
        name="note"
        label="Your words to the teams"
        hint="Why you trust them with this"
        limit={500}
        optional
      />
      <SubmitButton>Allow this</SubmitButton>
    </Form>
  );
}
