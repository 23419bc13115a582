"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { askInput } from "@/server/permissions/input";

type AskFormProps = {
  experimentId: string;
  /** The boards to choose from, where one is asked as well. */
  boards: Choice<string>[];
};

export function AskForm({ experimentId, boards }: AskFormProps) {
  const router = useRouter();
  const ask = useMutation(useTRPC().permissions.ask.mutationOptions());
  const send = async (dates: z.infer<typeof askInput>, key: string) => {
    await ask.mutateAsync({ ...dates, experimentId, key });
    router.push(`/experiments/${experimentId}/permission?said=asked`);
    router.refresh();
  };
  return (
    <Form schema={askInput} send={send}>
      <DateField name="fromOn" label="From which day?" hint="For example, 27 9 2026" />
      <DateField
        name="untilOn"
        label="Until the end of which day?"
        hint="For example, 31 12 2026. Longer is a new request later"
      />
      {boards.length > 1 && <RadiosField name="boardId" label="Which board is asked as well?" choices={boards} />}
      <SubmitButton>Send to the leaders</SubmitButton>
    </Form>
  );
}
