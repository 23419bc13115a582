"use client";

import { useTRPCClient } from "@/app/trpc";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { endSeatInput } from "@/server/admin/boards/input";

type EndSeatFormProps = { systemId: string; boardId: string; seatId: string; today: string };

export function EndSeatForm({ systemId, boardId, seatId, today }: EndSeatFormProps) {
  const change = useChange(useTRPCClient().admin.boards.endSeat.mutate, {
    with: { systemId, boardId, seatId },
    to: `/admin/${systemId}/boards/${boardId}`,
    notice: "seat ended",
  });
  return (
    <Form schema={endSeatInput} change={change} defaultValues={{ lastOn: today }}>
      <DateField name="lastOn" label="Their last day" hint="Yesterday ends it at once" />
      <SubmitButton look="secondary">End this seat</SubmitButton>
    </Form>
  );
}
