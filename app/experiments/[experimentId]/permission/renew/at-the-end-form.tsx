"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { atTheEndInput } from "@/server/permissions/asking/input";

type AtTheEndFormProps = {
  experimentId: string;
  requestId: string;
  /** Of the request that the team prepares: the reason goes into it. */
  draftVersion: number;
  whichRenewal: number;
};

/** Longer or the end, the same number of presses. */
export function AtTheEndForm({ experimentId, requestId, draftVersion, whichRenewal }: AtTheEndFormProps) {
  const router = useRouter();
  const trpc = useTRPC();
  const renew = useMutation(trpc.permissions.renewInDraft.mutationOptions());
  const letItEnd = useMutation(trpc.permissions.letItEnd.mutationOptions());
  const send = async ({ choice, reason }: z.infer<typeof atTheEndInput>, key: string) => {
    if (choice === "longer") {
      const draft = { renewsId: requestId, whyLonger: reason ?? "", version: draftVersion };
      await renew.mutateAsync({ ...draft, experimentId, key });
      router.push(`/experiments/${experimentId}/permission/ask?renews=${requestId}`);
    } else {
      await letItEnd.mutateAsync({ requestId, reason, experimentId, key });
      router.push(`/experiments/${experimentId}/permission/renew?said=let-end`);
    }
    router.refresh();
  };
  return (
    <Form schema={atTheEndInput} send={send} defaultValues={{ requestId }}>
      <RadiosField
        name="choice"
        label="What happens next?"
        choices={[
          { value: "longer", label: "Ask for longer", hint: whichRenewal > 1 ? `Renewal ${whichRenewal}` : undefined },
          { value: "let it end", label: "Let it end" },
        ]}
      />
      <TextAreaField name="reason" label="Why?" hint="Needed to ask for longer" />
      <HiddenField name="requestId" value={requestId} />
      <SubmitButton>Continue</SubmitButton>
    </Form>
  );
}
