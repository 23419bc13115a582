"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { stopInput } from "@/server/experiments/input";

/** Ends it for good. What was learned is said afterwards, by the team. */
export function EndForm({ experimentId }: { experimentId: string }) {
  const router = useRouter();
  const stop = useMutation(useTRPC().experiments.stop.mutationOptions());
  const send = async (said: z.infer<typeof stopInput>, key: string) => {
    await stop.mutateAsync({ ...said, experimentId, key });
    router.push(`/experiments/${experimentId}/stop?said=ended`);
    router.refresh();
  };
  return (
    <Form schema={stopInput} send={send}>
      <TextAreaField name="reason" label="Why does it end?" hint="Everyone who can see the experiment reads it" />
      <SubmitButton look="secondary">End it</SubmitButton>
    </Form>
  );
}
