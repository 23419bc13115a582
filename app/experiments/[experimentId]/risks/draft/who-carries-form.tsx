"use client";

import { useMutation } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { finishRiskInput } from "@/server/risks/draft-input";
import { CarriedByField } from "../risk-form";
import type { DraftFormProps } from "./draft-form";

type WhoCarriesFormProps = DraftFormProps & { takingPart: Choice<string>[]; then: string };

export function WhoCarriesForm({ experimentId, draft, takingPart, then }: WhoCarriesFormProps) {
  const router = useRouter();
  const finish = useMutation(useTRPC().risks.finish.mutationOptions());
  const { id: draftId, version, carriedBy } = draft;
  const send = async (said: z.infer<typeof finishRiskInput>, key: string) => {
    await finish.mutateAsync({ ...said, experimentId, key });
    router.push(then as Route);
    router.refresh();
  };
  return (
    <Form schema={finishRiskInput} send={send} defaultValues={{ draftId, version, carriedBy }}>
      <CarriedByField takingPart={takingPart} />
      <HiddenField name="draftId" value={draftId} />
      <HiddenField name="version" value={version} />
      <SubmitButton>Save this risk</SubmitButton>
    </Form>
  );
}
