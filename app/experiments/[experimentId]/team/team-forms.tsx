"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { addTeamMemberInput } from "@/server/experiments/input";

type Colleague = { id: string; name: string; job: string | null; organisation: string };

export function AddTeamMemberForm({ experimentId, people }: { experimentId: string; people: Colleague[] }) {
  const router = useRouter();
  const add = useMutation(useTRPC().experiments.addTeamMember.mutationOptions());
  const send = async (member: z.infer<typeof addTeamMemberInput>, key: string) => {
    await add.mutateAsync({ ...member, experimentId, key });
    router.refresh();
  };
  const choices = people.map(({ id, name, job, organisation }) => ({
    value: id,
    label: [name, job, organisation].filter(Boolean).join(", "),
  }));
  return (
    <Form schema={addTeamMemberInput} send={send} clears>
      <SelectField name="personId" label="Add someone to the team" choices={choices} />
      <SubmitButton look="secondary">Add to the team</SubmitButton>
    </Form>
  );
}

export function LeaveTeamButton({
  experimentId,
  personId,
  name,
}: {
  experimentId: string;
  personId: string;
  name: string;
}) {
  const leave = useMutation(useTRPC().experiments.endTeamMembership.mutationOptions());
  return (
    <ActButton look="secondary" send={(key) => leave.mutateAsync({ experimentId, personId, key })}>
      Take off the team<span className="sr-only">: {name}</span>
    </ActButton>
  );
}
