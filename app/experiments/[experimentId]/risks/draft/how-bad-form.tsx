"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { pick } from "@/server/pick";
import { scoreRiskInput } from "@/server/risks/draft-input";
import { namesAsked } from "@/server/risks/fields";
import { FieldsOfQuestion } from "../risk-form";
import type { DraftFormProps } from "./draft-form";
import { questionAddress } from "./question-page";

export function HowBadForm({ experimentId, from, draft }: DraftFormProps) {
  const { id: draftId, version } = draft;
  const defaultValues = { draftId, version, ...pick(draft, namesAsked["how-bad"]) };
  const change = useChange(useTRPCClient().risks.scoreRisk.mutate, {
    with: { experimentId },
    to: questionAddress(experimentId, draftId, "what-helps", from),
  });
  return (
    <Form schema={scoreRiskInput} change={change} defaultValues={defaultValues}>
      <FieldsOfQuestion question="how-bad" />
      <HiddenField name="draftId" value={draftId} />
      <HiddenField name="version" value={version} />
      <SubmitButton>Continue</SubmitButton>
    </Form>
  );
}
