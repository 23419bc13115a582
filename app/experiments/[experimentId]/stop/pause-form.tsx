"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { pauseReasons } from "@/db/vocabulary";
import { pauseInput } from "@/server/experiments/input";
import { sentenceCase } from "@/server/format";

/** Pauses at once, whatever is filled in: nothing has to be. */
export function PauseForm({ experimentId }: { experimentId: string }) {
  const router = useRouter();
  const pause = useMutation(useTRPC().experiments.pause.mutationOptions());
  const send = async (said: z.infer<typeof pauseInput>, key: string) => {
    await pause.mutateAsync({ ...said, experimentId, key });
    router.push(`/experiments/${experimentId}/stop?said=paused`);
    router.refresh();
  };
  return (
    <Form schema={pauseInput} send={send} clears>
      <RadiosField
        name="pauseReason"
        label="What is it?"
        choices={pauseReasons.map((value) => ({ value, label: sentenceCase(value) }))}
      />
      <TextAreaField name="reason" label="What did you see?" hint="You can add it later" optional rows={2} />
      <SubmitButton>Pause it now</SubmitButton>
    </Form>
  );
}
