"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import type { AskInput } from "@/server/permissions/asking/input";

type SendFormProps = {
  experimentId: string;
  /** What is on the screen above: nothing else is sent. */
  asked: AskInput;
  /** What dips of several experiments on one figure add up to. */
  together: string[];
};

const knowing = z.object({ acknowledgesTogether: z.boolean().optional() });

export function SendForm({ experimentId, asked, together }: SendFormProps) {
  const router = useRouter();
  const ask = useMutation(useTRPC().permissions.ask.mutationOptions());
  const send = async ({ acknowledgesTogether }: z.infer<typeof knowing>, key: string) => {
    await ask.mutateAsync({ ...asked, acknowledgesTogether, experimentId, key });
    router.push(`/experiments/${experimentId}/permission/ask/sent`);
    router.refresh();
  };
  return (
    <Form schema={knowing} send={send}>
      {together.length > 0 && (
        <RadiosField
          name="acknowledgesTogether"
          label="Do you know what this adds up to?"
          hint={together.join(" ")}
          choices={[{ value: true, label: "Yes, we know this" }]}
        />
      )}
      <SubmitButton>Send to the leaders</SubmitButton>
    </Form>
  );
}
