"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { pick } from "@/server/pick";
import { describeControlsInput } from "@/server/risks/draft-input";
import { namesAsked, type SimilarRisk } from "@/server/risks/fields";
import { FieldsOfQuestion } from "../risk-form";
import type { DraftFormProps } from "./draft-form";
import { questionAddress } from "./question-page";
import { SimilarRisks } from "./similar-risks";

export function WhatHelpsForm({ experimentId, from, draft, similar }: DraftFormProps & { similar: SimilarRisk[] }) {
  const router = useRouter();
  const describeControls = useMutation(useTRPC().risks.describeControls.mutationOptions());
  const { id: draftId, version } = draft;
  const now = { draftId, version, ...pick(draft, namesAsked["what-helps"]) };
  const send = async (said: z.infer<typeof describeControlsInput>, key: string) => {
    await describeControls.mutateAsync({ ...said, experimentId, key });
    router.push(questionAddress(experimentId, draftId, "who-carries", from));
    router.refresh();
  };
  return (
    <Form schema={describeControlsInput} send={send} defaultValues={now}>
      <SimilarRisks similar={similar} of="what-helps" />
      <FieldsOfQuestion question="what-helps" />
      <HiddenField name="draftId" value={draftId} />
      <HiddenField name="version" value={version} />
      <SubmitButton>Continue</SubmitButton>
    </Form>
  );
}
