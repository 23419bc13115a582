"use client";

import type { z } from "zod";
import { useTRPCClient } from "@/app/trpc";
import { DateField } from "@/app/ui/date-field";
import { EmailField } from "@/app/ui/email-field";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { type Keyed, useChange } from "@/app/use-change";
import { seatRoles } from "@/db/vocabulary";
import { seatInput } from "@/server/admin/boards/input";
import { sentenceCase } from "@/server/format";
import { useInvitation } from "../../use-invitation";

type SeatFormProps = {
  systemId: string;
  boardId: string;
  organisations: { value: string; label: string }[];
  today: string;
};

const roles = seatRoles.map((role) => ({ value: role, label: sentenceCase(role) }));

export function SeatForm({ systemId, boardId, organisations, today }: SeatFormProps) {
  const { admin } = useTRPCClient();
  const wasSent = useInvitation(systemId);
  const giveSeat = async (seat: Keyed<z.infer<typeof seatInput>>) => {
    const { personId, isNew } = await admin.boards.seat.mutate({ ...seat, systemId, boardId });
    if (!isNew) return "seat given";
    return (await wasSent(personId)) ? "person invited" : "invitation not sent";
  };
  const change = useChange(giveSeat, {
    to: `/admin/${systemId}/boards/${boardId}`,
    notice: (done) => done,
  });
  return (
    <Form schema={seatInput} change={change} defaultValues={{ email: "", name: "", job: "", fromOn: today }} clears>
      <EmailField
        name="email"
        label="Their e-mail address"
        hint="For someone who is in Leeway already, this is enough"
      />
      <TextField name="name" label="Their name, if they are new" optional />
      <TextField name="job" label="Their job, if they are new" optional />
      <RadiosField name="role" label="What do they do on the board?" choices={roles} />
      <SelectField name="organisationId" label="For which organisation?" choices={organisations} optional />
      <DateField name="fromOn" label="From which day?" hint="For example, 27 9 2026" />
      <DateField name="endsOn" label="Until which day?" hint="Their last day, if you know it" optional />
      <SubmitButton>Give them this seat</SubmitButton>
    </Form>
  );
}
