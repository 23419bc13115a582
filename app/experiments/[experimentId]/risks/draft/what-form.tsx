"use client";

import { z } from "zod";
import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { type Keyed, useChange } from "@/app/use-change";
import { pick } from "@/server/pick";
import { beginRiskInput } from "@/server/risks/draft-input";
import { namesAsked, type SimilarRisk } from "@/server/risks/fields";
import { FieldsOfQuestion } from "../risk-form";
import type { DraftFormProps } from "./draft-form";
import { questionAddress } from "./question-page";
import { SimilarRisks } from "./similar-risks";

type WhatFormProps = Omit<DraftFormProps, "draft"> & { draft?: DraftFormProps["draft"]; similar: SimilarRisk[] };

const whatInput = beginRiskInput.extend({ version: z.number().int().optional() });

/** Creates the draft with its first answer, or changes that answer. */
export function WhatForm({ experimentId, from, draft, similar }: WhatFormProps) {
  const { risks } = useTRPCClient();
  const describeHarm = ({ version = 1, ...input }: Keyed<z.infer<typeof whatInput>>) =>
    draft
      ? risks.describeHarm.mutate({ ...input, draftId: draft.id, version, experimentId })
      : risks.begin.mutate({ ...input, experimentId });
  const change = useChange(describeHarm, {
    to: ({ draftId }) => questionAddress(experimentId, draftId, "how-bad", from),
  });
  const defaultValues = draft && { ...pick(draft, namesAsked.what), version: draft.version };
  return (
    <Form schema={whatInput} change={change} defaultValues={defaultValues}>
      <SimilarRisks similar={similar} question="what" />
      <FieldsOfQuestion question="what" />
      {draft && <HiddenField name="version" value={draft.version} />}
      <SubmitButton>Continue</SubmitButton>
    </Form>
  );
}
