"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";
import { withFullStop } from "@/server/format";

type UndoButtonProps = {
  which: { measureId: string; organisationId: string; periodOn: string; version: number };
  /** The result's name for screen readers, where there are several. */
  of?: string;
  onUndone: (sentences: string[]) => void;
};

/** Undoes a result within 10 minutes. Later it is corrected, with a reason. */
export function UndoButton({ which, of, onUndone }: UndoButtonProps) {
  const undo = useMutation(useTRPC().measures.undo.mutationOptions());
  const send = async (key: string) => {
    const { sentence, met, paused } = await undo.mutateAsync({ ...which, key });
    const stay = paused.map((title) => `"${title}" stays paused. Your team decides whether it goes on.`);
    const rules = met.map(({ title, words }) => withFullStop(`A rule of "${title}" was met: ${words}`));
    onUndone([sentence, ...stay, ...rules]);
  };
  return (
    <ActButton send={send} look="secondary">
      Undo{of && <span className="sr-only"> {of}</span>}
    </ActButton>
  );
}
