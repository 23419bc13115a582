"use client";

import type { z } from "zod";
import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { type Keyed, useChange } from "@/app/use-change";
import type { MeetingRule } from "@/db/vocabulary";
import { boardInput } from "@/server/admin/boards/input";
import { MeetingRuleFields, meetingRuleDefaults } from "./meeting-rule-fields";

type Board = { id: string; name: string; meetingRule: MeetingRule };

/** Adds a board, or changes the given one. */
export function BoardForm({ systemId, board }: { systemId: string; board?: Board }) {
  const { boards } = useTRPCClient().admin;
  const save = async (typed: Keyed<z.infer<typeof boardInput>>) => {
    if (!board) return boards.add.mutate({ ...typed, systemId });
    await boards.edit.mutate({ ...typed, systemId, boardId: board.id });
    return { boardId: board.id };
  };
  const change = useChange(save, {
    to: ({ boardId }) => `/admin/${systemId}/boards/${boardId}`,
    notice: board ? "board changed" : "board added",
  });
  const defaultValues = board && { name: board.name, meetingRule: meetingRuleDefaults(board.meetingRule) };
  return (
    <Form schema={boardInput} change={change} defaultValues={defaultValues}>
      <TextField name="name" label="Its name" />
      <MeetingRuleFields />
      <SubmitButton look={board ? "secondary" : "primary"}>{board ? "Save this board" : "Add this board"}</SubmitButton>
    </Form>
  );
}
