"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { pick } from "@/server/pick";
import { scoreRiskInput } from "@/server/risks/draft-input";
import { namesAsked } from "@/server/risks/fields";
import { FieldsOfQuestion } from "../risk-form";
import type { DraftFormProps } from "./draft-form";
import { questionAddress } from "./question-page";

export function HowBadForm({ experimentId, from, draft }: DraftFormProps) {
  const router = useRouter();
  const scoreRisk = useMutation(useTRPC().risks.scoreRisk.mutationOptions());
  const { id: draftId, version } = draft;
  const now = { draftId, version, ...pick(draft, namesAsked["how-bad"]) };
  const send = async (said: z.infer<typeof scoreRiskInput>, key: string) => {
    await scoreRisk.mutateAsync({ ...said, experimentId, key });
    router.push(questionAddress(experimentId, draftId, "what-helps", from));
    router.refresh();
  };
  return (
    <Form schema={scoreRiskInput} send={send} defaultValues={now}>
      <FieldsOfQuestion question="how-bad" />
      <HiddenField name="draftId" value={draftId} />
      <HiddenField name="version" value={version} />
      <SubmitButton>Continue</SubmitButton>
    </Form>
  );
}
