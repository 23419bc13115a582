"use client";

import { HiddenField } from "@/app/ui/hidden-field";
import { RadiosField } from "@/app/ui/radios-field";
import type { AnswerFormProps } from "./use-answer";

/** Fields of every answer: the organisation (a choice if there are several), the request and the terms. */
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

/** Preselects the organisation if there is only one. */
export const onlyOrganisation = ({ organisations: [only, ...others] }: AnswerFormProps) =>
  others.length === 0 ? only?.value : undefined;
