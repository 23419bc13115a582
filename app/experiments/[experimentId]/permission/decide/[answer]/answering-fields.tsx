"use client";

import { HiddenField } from "@/app/ui/hidden-field";
import { RadiosField } from "@/app/ui/radios-field";
import type { AnswerFormProps } from "./use-answer";

/** For whom, and to which words: what every answer carries. Somebody who answers for 2 organisations chooses. */
export function AnsweringFields({ requestId, termsHash, organisations }: AnswerFormProps) {
  return (
    <>
      {organisations.length > 1 && (
        <RadiosField
          name="organisationId"
          label="Which organisation do you answer for?"
          hint="Each answers for itself"
          choices={organisations}
        />
      )}
      <HiddenField name="requestId" value={requestId} />
      <HiddenField name="termsHash" value={termsHash} />
    </>
  );
}

/** The only one is chosen for them; of several, none is. */
export const onlyOrganisation = ({ organisations: [only, ...others] }: AnswerFormProps) =>
  others.length === 0 ? only?.value : undefined;
