"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { MeasureFields } from "@/app/measures/measure-fields";
import { useTRPC } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { defineForExperimentInput } from "@/server/measures/input";
import { afterSaving } from "../../after-saving";
import { roles } from "./choose-measure-form";

type DefineForExperimentFormProps = {
  experimentId: string;
  from?: string;
  organisations: Choice<string>[];
  own: string[];
};

export function DefineForExperimentForm({ experimentId, from, organisations, own }: DefineForExperimentFormProps) {
  const router = useRouter();
  const define = useMutation(useTRPC().measures.defineForExperiment.mutationOptions());
  const send = async (measure: z.infer<typeof defineForExperimentInput>, key: string) => {
    await define.mutateAsync({ ...measure, experimentId, key });
    router.push(
      from === "asking"
        ? afterSaving({ experimentId, from, said: "measure-chosen" }, "")
        : `/experiments/${experimentId}/results?said=chosen`,
    );
    router.refresh();
  };
  const contributors = organisations.filter(({ value }) => own.includes(value)).map(({ value }) => value);
  return (
    <Form schema={defineForExperimentInput} send={send} defaultValues={{ rhythm: "week", contributors }}>
      <RadiosField name="role" label="What part does it play?" choices={roles} />
      <MeasureFields organisations={organisations} />
      <SubmitButton look="secondary">Save and add this measure</SubmitButton>
    </Form>
  );
}
