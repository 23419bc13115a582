"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { riskOfNotTryingInput } from "@/server/risks/input";
import { afterSaving } from "../after-saving";

type RiskOfNotTrying = { experimentId: string; from?: string; riskOfNotTrying: string | null };

export function RiskOfNotTryingForm({ experimentId, from, riskOfNotTrying }: RiskOfNotTrying) {
  const router = useRouter();
  const say = useMutation(useTRPC().risks.setRiskOfNotTrying.mutationOptions());
  const send = async (said: z.infer<typeof riskOfNotTryingInput>, key: string) => {
    await say.mutateAsync({ ...said, experimentId, key });
    router.push(afterSaving({ experimentId, from, said: "not-trying" }, "/risks"));
    router.refresh();
  };
  return (
    <Form schema={riskOfNotTryingInput} send={send} defaultValues={{ riskOfNotTrying }}>
      <TextAreaField name="riskOfNotTrying" label="What goes wrong today if nobody tries?" />
      <SubmitButton look="secondary">Save the risk of not trying</SubmitButton>
    </Form>
  );
}
