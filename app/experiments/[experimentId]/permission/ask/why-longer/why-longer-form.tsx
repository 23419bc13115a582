"use client";

import type { z } from "zod";
import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { renewInDraftInput } from "@/server/permissions/asking/draft-input";

type WhyLongerFormProps = z.infer<typeof renewInDraftInput> & { experimentId: string };

export function WhyLongerForm({ experimentId, renewsId, whyLonger, version }: WhyLongerFormProps) {
  const change = useChange(useTRPCClient().permissions.renewInDraft.mutate, {
    with: { experimentId },
    to: `/experiments/${experimentId}/permission/ask`,
    notice: "draft kept",
  });
  return (
    <Form schema={renewInDraftInput} change={change} defaultValues={{ renewsId, whyLonger, version }}>
      <TextAreaField name="whyLonger" label="Why do you need longer?" hint="The leaders read these words" />
      <HiddenField name="renewsId" value={renewsId} />
      <HiddenField name="version" value={version} />
      <SubmitButton>Save and go on</SubmitButton>
    </Form>
  );
}

export function AskAnewButton({ experimentId, version }: { experimentId: string; version: number }) {
  const change = useChange(useTRPCClient().permissions.askAnew.mutate, {
    with: { experimentId, version },
    to: `/experiments/${experimentId}/permission/ask`,
    notice: "draft kept",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Ask anew instead
    </ChangeButton>
  );
}
