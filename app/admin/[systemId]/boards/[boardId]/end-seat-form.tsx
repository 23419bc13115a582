"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { endSeatInput } from "@/server/admin/boards/input";

type EndSeatFormProps = { systemId: string; boardId: string; seatId: string; today: string };

export function EndSeatForm({ systemId, boardId, seatId, today }: EndSeatFormProps) {
  const router = useRouter();
  const end = useMutation(useTRPC().admin.boards.endSeat.mutationOptions());
  const send = async (ending: z.infer<typeof endSeatInput>, key: string) => {
    await end.mutateAsync({ ...ending, systemId, boardId, seatId, key });
    router.push(`/admin/${systemId}/boards/${boardId}?done=seat-ended`);
    router.refresh();
  };
  return (
    <Form schema={endSeatInput} send={send} defaultValues={{ lastOn: today }}>
      <DateField name="lastOn" label="Their last day" hint="Yesterday ends it at once" />
      <SubmitButton look="secondary">End this seat</SubmitButton>
    </Form>
  );
}
