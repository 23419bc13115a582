"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { defineMeasureInput } from "@/server/measures/input";
import { MeasureFields } from "../measure-fields";

type DefineMeasureFormProps = { systemId: string; organisations: Choice<string>[]; own: string[] };

export function DefineMeasureForm({ systemId, organisations, own }: DefineMeasureFormProps) {
  const router = useRouter();
  const define = useMutation(useTRPC().measures.define.mutationOptions());
  const send = async (measure: z.infer<typeof defineMeasureInput>, key: string) => {
    const { measureId } = await define.mutateAsync({ ...measure, systemId, key });
    router.push(`/measures/${measureId}?said=defined`);
  };
  return (
    <Form schema={defineMeasureInput} send={send} defaultValues={{ rhythm: "week", contributors: own }}>
      <MeasureFields organisations={organisations} />
      <SubmitButton>Save this measure</SubmitButton>
    </Form>
  );
}
