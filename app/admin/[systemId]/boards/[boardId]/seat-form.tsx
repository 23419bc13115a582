"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { DateField } from "@/app/ui/date-field";
import { EmailField } from "@/app/ui/email-field";
import { Form } from "@/app/ui/form";
import { RadiosField } from "@/app/ui/radios-field";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
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
  const router = useRouter();
  const give = useMutation(useTRPC().admin.boards.seat.mutationOptions());
  const wasSent = useInvitation(systemId);
  const send = async (seat: z.infer<typeof seatInput>, key: string) => {
    const { personId, isNew } = await give.mutateAsync({ ...seat, systemId, boardId, key });
    const done = !isNew ? "seat" : (await wasSent(personId)) ? "seat-invited" : "not-sent";
    router.push(`/admin/${systemId}/boards/${boardId}?done=${done}`);
    router.refresh();
  };
  return (
    <Form schema={seatInput} send={send} defaultValues={{ email: "", name: "", job: "", fromOn: today }} clears>
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
