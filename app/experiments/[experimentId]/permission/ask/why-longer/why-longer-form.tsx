"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { renewInDraftInput } from "@/server/permissions/asking/draft-input";

type WhyLongerFormProps = z.infer<typeof renewInDraftInput> & { experimentId: string };

export function WhyLongerForm({ experimentId, renewsId, whyLonger, version }: WhyLongerFormProps) {
  const router = useRouter();
  const renew = useMutation(useTRPC().permissions.renewInDraft.mutationOptions());
  const send = async (filled: z.infer<typeof renewInDraftInput>, key: string) => {
    await renew.mutateAsync({ ...filled, experimentId, key });
    router.push(`/experiments/${experimentId}/permission/ask?said=kept`);
    router.refresh();
  };
  return (
    <Form schema={renewInDraftInput} send={send} defaultValues={{ renewsId, whyLonger, version }}>
      <TextAreaField name="whyLonger" label="Why do you need longer?" hint="The leaders read these words" />
      <HiddenField name="renewsId" value={renewsId} />
      <HiddenField name="version" value={version} />
      <SubmitButton>Save and go on</SubmitButton>
    </Form>
  );
}

export function AskAnewButton({ experimentId, version }: { experimentId: string; version: number }) {
  const askAnew = useMutation(useTRPC().permissions.askAnew.mutationOptions());
  return (
    <ActButton
      look="secondary"
      send={(key) => askAnew.mutateAsync({ experimentId, version, key })}
      then={`/experiments/${experimentId}/permission/ask?said=kept`}
    >
      Ask anew instead
    </ActButton>
  );
}
