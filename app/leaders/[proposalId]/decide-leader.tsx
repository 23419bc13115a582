"use client";

import type { z } from "zod";
import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { type Keyed, useChange } from "@/app/use-change";
import { decideLeaderInput } from "@/server/leaders/input";

type DecideLeaderProps = {
  systemId: string;
  proposalId: string;
  /** For an administrator: the leader to be, to whose page it leads back. */
  personId?: string;
  mayConfirm: boolean;
};

/** The second person's word: yes, or no with a reason. */
export function DecideLeader({ systemId, proposalId, personId, mayConfirm }: DecideLeaderProps) {
  const { admin, leaders } = useTRPCClient();
  const decide = (input: Keyed<z.infer<typeof decideLeaderInput>>) =>
    (personId ? admin.people.decideLeader : leaders.decide).mutate({ ...input, systemId, proposalId });
  const change = useChange(async (input: Keyed<z.infer<typeof decideLeaderInput>>) => void (await decide(input)), {
    to: personId ? `/admin/${systemId}/people/${personId}` : `/leaders/${proposalId}`,
    notice: (_, { decision }) => (decision === "confirmed" ? "leader confirmed" : "leader declined"),
  });
  return (
    <Form schema={decideLeaderInput} change={change}>
      <RadiosField
        name="decision"
        label="Do they answer for it?"
        choices={[
          ...(mayConfirm ? [{ value: "confirmed", label: "Yes" }] : []),
          {
            value: "declined",
            label: "No",
            // biome-ignore lint/suspicious/noThenProperty: what the radios show below a choice; nothing awaits it
            then: <TextField name="reason" label="Why not?" hint="Who proposed it reads this" />,
          },
        ]}
      />
      <SubmitButton>Save</SubmitButton>
    </Form>
  );
}
