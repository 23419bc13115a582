"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { addTeamMemberInput } from "@/server/experiments/input";

type Colleague = { id: string; name: string; job: string | null; organisation: string };

export function AddTeamMemberForm({ experimentId, people }: { experimentId: string; people: Colleague[] }) {
  const change = useChange(useTRPCClient().experiments.addTeamMember.mutate, { with: { experimentId } });
  const choices = people.map(({ id, name, job, organisation }) => ({
    value: id,
    label: [name, job, organisation].filter(Boolean).join(", "),
  }));
  return (
    <Form schema={addTeamMemberInput} change={change} clears>
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
  const change = useChange(useTRPCClient().experiments.endTeamMembership.mutate, { with: { experimentId, personId } });
  return (
    <ChangeButton change={change} look="secondary">
      Take off the team<span className="sr-only">: {name}</span>
    </ChangeButton>
  );
}
