"use client";

import type { z } from "zod";
import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { NumberField } from "@/app/ui/number-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { type Keyed, useChange } from "@/app/use-change";
import { nameSystemInput } from "@/server/admin/systems/input";

/** Adds a system, or changes the given one. */
export function SystemForm({ system }: { system?: { id: string; name: string; population: number | null } }) {
  const { systems } = useTRPCClient().admin;
  const save = async (named: Keyed<z.infer<typeof nameSystemInput>>) => {
    if (!system) return systems.add.mutate(named);
    await systems.name.mutate({ ...named, systemId: system.id });
    return { systemId: system.id };
  };
  const change = useChange(save, {
    to: ({ systemId }) => `/admin/${systemId}`,
    notice: system ? "system named" : "system added",
  });
  const defaults = system && { name: system.name, population: system.population ?? undefined };
  return (
    <Form schema={nameSystemInput} change={change} defaultValues={defaults}>
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
