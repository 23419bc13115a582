"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { beginRiskInput } from "@/server/risks/draft-input";
import { domains } from "../risk-form";
import type { DraftFormProps } from "./draft-form";
import { questionAddress } from "./question-page";
import { type SimilarRisk, SimilarRisks } from "./similar-risks";

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
  const now = draft && {
    harm: draft.harm,
    whoIsAffected: draft.whoIsAffected,
    domain: draft.domain ?? undefined,
    version: draft.version,
  };
  return (
    <Form schema={whatInput} send={send} defaultValues={now}>
      <SimilarRisks similar={similar} of="what" />
      <TextField name="harm" label="What could go wrong?" hint="One sentence a patient could read" />
      <TextField name="whoIsAffected" label="To whom?" />
      <RadiosField name="domain" label="What would it touch most?" choices={domains} />
      {draft && <HiddenField name="version" value={draft.version} />}
      <SubmitButton>Continue</SubmitButton>
    </Form>
  );
}
