"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { boardInput } from "@/server/admin/boards/input";

type Board = { id: string; name: string; meets: string | null; nextMeetingOn: string | null };

/** Adds a board, or changes the one given. */
export function BoardForm({ systemId, board }: { systemId: string; board?: Board }) {
  const router = useRouter();
  const add = useMutation(useTRPC().admin.boards.add.mutationOptions());
  const edit = useMutation(useTRPC().admin.boards.edit.mutationOptions());
  const send = async (typed: z.infer<typeof boardInput>, key: string) => {
    if (board) await edit.mutateAsync({ ...typed, systemId, boardId: board.id, key });
    const boardId = board?.id ?? (await add.mutateAsync({ ...typed, systemId, key })).boardId;
    router.push(`/admin/${systemId}/boards/${boardId}?done=${board ? "board-changed" : "board"}`);
    router.refresh();
  };
  const { name = "", meets = "", nextMeetingOn } = board ?? {};
  return (
    <Form schema={boardInput} send={send} defaultValues={{ name, meets, nextMeetingOn: nextMeetingOn ?? undefined }}>
      <TextField name="name" label="Its name" />
      <TextField name="meets" label="When does it meet?" hint="Such as second Thursday, 2pm to 4pm" optional />
      <DateField name="nextMeetingOn" label="When does it meet next?" hint="For example, 27 9 2026" optional />
      <SubmitButton look={board ? "secondary" : "primary"}>{board ? "Save this board" : "Add this board"}</SubmitButton>
    </Form>
  );
}
