"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { pick } from "@/server/pick";
import { describeControlsInput } from "@/server/risks/draft-input";
import { namesAsked, type SimilarRisk } from "@/server/risks/fields";
import { FieldsOfQuestion } from "../risk-form";
import type { DraftFormProps } from "./draft-form";
import { questionAddress } from "./question-page";
import { SimilarRisks } from "./similar-risks";

export function WhatHelpsForm({ experimentId, from, draft, similar }: DraftFormProps & { similar: SimilarRisk[] }) {
  const { id: draftId, version } = draft;
  const defaultValues = { draftId, version, ...pick(draft, namesAsked["what-helps"]) };
  const change = useChange(useTRPCClient().risks.describeControls.mutate, {
    with: { experimentId },
    to: questionAddress(experimentId, draftId, "who-carries", from),
  });
  return (
    <Form schema={describeControlsInput} change={change} defaultValues={defaultValues}>
      <SimilarRisks similar={similar} question="what-helps" />
      <FieldsOfQuestion question="what-helps" />
      <HiddenField name="draftId" value={draftId} />
      <HiddenField name="version" value={version} />
      <SubmitButton>Continue</SubmitButton>
    </Form>
  );
}
