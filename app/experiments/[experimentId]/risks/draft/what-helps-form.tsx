"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { TextField } from "@/app/ui/text-field";
import { describeControlsInput } from "@/server/risks/draft-input";
import type { DraftFormProps } from "./draft-form";
import { questionAddress } from "./question-page";
import { type SimilarRisk, SimilarRisks } from "./similar-risks";

export function WhatHelpsForm({ experimentId, from, draft, similar }: DraftFormProps & { similar: SimilarRisk[] }) {
  const router = useRouter();
  const describeControls = useMutation(useTRPC().risks.describeControls.mutationOptions());
  const { id: draftId, version, controls, earlyWarning } = draft;
  const send = async (said: z.infer<typeof describeControlsInput>, key: string) => {
    await describeControls.mutateAsync({ ...said, experimentId, key });
    router.push(questionAddress(experimentId, draftId, "who-carries", from));
    router.refresh();
  };
  return (
    <Form schema={describeControlsInput} send={send} defaultValues={{ draftId, version, controls, earlyWarning }}>
      <SimilarRisks similar={similar} of="what-helps" />
      <TextAreaField name="controls" label="What makes it less likely, or less bad?" />
      <TextField name="earlyWarning" label="What would you notice first?" />
      <HiddenField name="draftId" value={draftId} />
      <HiddenField name="version" value={version} />
      <SubmitButton>Continue</SubmitButton>
    </Form>
  );
}
