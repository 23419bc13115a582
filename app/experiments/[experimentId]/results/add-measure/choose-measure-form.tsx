"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { roleInWords } from "@/app/measures/measure-words";
import { useTRPC } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { measureRoles } from "@/db/vocabulary";
import { chooseMeasureInput } from "@/server/measures/input";
import { afterSaving } from "../../after-saving";

export const roles = measureRoles.map((value) => ({ value, label: roleInWords[value] }));

type ChooseMeasureFormProps = { experimentId: string; from?: string; measures: Choice<string>[] };

export function ChooseMeasureForm({ experimentId, from, measures }: ChooseMeasureFormProps) {
  const router = useRouter();
  const choose = useMutation(useTRPC().measures.chooseForExperiment.mutationOptions());
  const send = async (chosen: z.infer<typeof chooseMeasureInput>, key: string) => {
    await choose.mutateAsync({ ...chosen, experimentId, key });
    router.push(
      from === "asking"
        ? afterSaving({ experimentId, from, said: "measure-chosen" }, "")
        : `/experiments/${experimentId}/results?said=chosen`,
    );
    router.refresh();
  };
  return (
    <Form schema={chooseMeasureInput} send={send}>
      <SelectField name="measureId" label="Which measure?" choices={measures} />
      <RadiosField name="role" label="What part does it play?" choices={roles} />
      <SubmitButton>Add this measure</SubmitButton>
    </Form>
  );
}
