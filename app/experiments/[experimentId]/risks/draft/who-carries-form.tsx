"use client";

import type { Route } from "next";
import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { finishRiskInput } from "@/server/risks/draft-input";
import { CarriedByField } from "../risk-form";
import type { DraftFormProps } from "./draft-form";

type WhoCarriesFormProps = DraftFormProps & { takingPart: Choice<string>[]; nextPage: Route };

export function WhoCarriesForm({ experimentId, draft, takingPart, nextPage }: WhoCarriesFormProps) {
  const { id: draftId, version, carriedBy } = draft;
  const change = useChange(useTRPCClient().risks.finish.mutate, {
    with: { experimentId },
    to: nextPage,
    notice: "risk recorded",
  });
  return (
    <Form schema={finishRiskInput} change={change} defaultValues={{ draftId, version, carriedBy }}>
      <CarriedByField takingPart={takingPart} />
      <HiddenField name="draftId" value={draftId} />
      <HiddenField name="version" value={version} />
      <SubmitButton>Save this risk</SubmitButton>
    </Form>
  );
}
