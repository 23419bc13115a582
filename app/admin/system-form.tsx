"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { NumberField } from "@/app/ui/number-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { nameSystemInput } from "@/server/admin/systems/input";

type Named = z.infer<typeof nameSystemInput>;

/** Names a new system, or the one given. */
export function SystemForm({ system }: { system?: { id: string; name: string; population: number | null } }) {
  const router = useRouter();
  const add = useMutation(useTRPC().admin.systems.add.mutationOptions());
  const rename = useMutation(useTRPC().admin.systems.name.mutationOptions());
  const send = async (named: Named, key: string) => {
    if (system) await rename.mutateAsync({ ...named, systemId: system.id, key });
    const systemId = system?.id ?? (await add.mutateAsync({ ...named, key })).systemId;
    router.push(`/admin/${systemId}?done=${system ? "named" : "system"}`);
    router.refresh();
  };
  const known = system && { name: system.name, population: system.population ?? undefined };
  return (
    <Form schema={nameSystemInput} send={send} defaultValues={known}>
      <TextField
        name="name"
        label="Its name"
        hint="All the organisations that serve one population, such as an integrated care system"
      />
      <NumberField name="population" label="How many people does it serve?" optional width={10} />
      <SubmitButton>{system ? "Save its name" : "Add this system"}</SubmitButton>
    </Form>
  );
}
