"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import type { MeetingRule } from "@/db/vocabulary";
import { boardInput } from "@/server/admin/boards/input";
import { MeetingRuleFields, meetingRuleDefaults } from "./meeting-rule-fields";

type Board = { id: string; name: string; meetingRule: MeetingRule };

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
  const defaultValues = board && { name: board.name, meetingRule: meetingRuleDefaults(board.meetingRule) };
  return (
    <Form schema={boardInput} send={send} defaultValues={defaultValues}>
      <TextField name="name" label="Its name" />
      <MeetingRuleFields />
      <SubmitButton look={board ? "secondary" : "primary"}>{board ? "Save this board" : "Add this board"}</SubmitButton>
    </Form>
  );
}
