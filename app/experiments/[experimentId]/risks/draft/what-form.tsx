"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { pick } from "@/server/pick";
import { beginRiskInput } from "@/server/risks/draft-input";
import { namesAsked, type SimilarRisk } from "@/server/risks/fields";
import { FieldsOfQuestion } from "../risk-form";
import type { DraftFormProps } from "./draft-form";
import { questionAddress } from "./question-page";
import { SimilarRisks } from "./similar-risks";

type WhatFormProps = Omit<DraftFormProps, "draft"> & { draft?: DraftFormProps["draft"]; similar: SimilarRisk[] };

const whatInput = beginRiskInput.extend({ version: z.number().int().optional() });

/** The first answer begins the draft; asked again, it changes it. */
export function WhatForm({ experimentId, from, draft, similar }: WhatFormProps) {
  const router = useRouter();
  const trpc = useTRPC();
  const begin = useMutation(trpc.risks.begin.mutationOptions());
  const describeHarm = useMutation(trpc.risks.describeHarm.mutationOptions());
  const send = async ({ version = 1, ...what }: z.infer<typeof whatInput>, key: string) => {
    const { draftId } = draft
      ? await describeHarm.mutateAsync({ ...what, draftId: draft.id, version, experimentId, key })
      : await begin.mutateAsync({ ...what, experimentId, key });
    router.push(questionAddress(experimentId, draftId, "how-bad", from));
    router.refresh();
  };
  const now = draft && { ...pick(draft, namesAsked.what), version: draft.version };
  return (
    <Form schema={whatInput} send={send} defaultValues={now}>
      <SimilarRisks similar={similar} of="what" />
      <FieldsOfQuestion question="what" />
      {draft && <HiddenField name="version" value={draft.version} />}
      <SubmitButton>Continue</SubmitButton>
    </Form>
  );
}
