"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Details } from "@/app/ui/details";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { withdrawUseInput } from "@/server/standing/input";

type WithdrawUseFormProps = { experimentId: string; useId: string; organisation: string };

/** A leader takes back, for this experiment alone, that it runs without asking. */
export function WithdrawUseForm({ experimentId, useId, organisation }: WithdrawUseFormProps) {
  const router = useRouter();
  const withdraw = useMutation(useTRPC().standing.withdrawUse.mutationOptions());
  const send = async (said: z.infer<typeof withdrawUseInput>, key: string) => {
    await withdraw.mutateAsync({ ...said, experimentId, key });
    router.push(`/experiments/${experimentId}/permission?said=withdrawn`);
    router.refresh();
  };
  return (
    <Details summary={`Let this one ask first in ${organisation}`}>
      <Form schema={withdrawUseInput} send={send}>
        <TextAreaField
          name="reason"
          label="Why should it ask first?"
          hint="It is not covered from now on, and the team reads your words"
        />
        <HiddenField name="useId" value={useId} />
        <SubmitButton look="secondary">Let it ask first</SubmitButton>
      </Form>
    </Details>
  );
}
