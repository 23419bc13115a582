"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { type Keyed, useChange } from "@/app/use-change";
import { withFullStop } from "@/server/format";

type UndoButtonProps = {
  target: { measureId: string; organisationId: string; periodOn: string; version: number };
  /** Tells several buttons apart for screen readers: the result's name. */
  resultName?: string;
  onUndone: (sentences: string[]) => void;
};

/** Undoes a result within 10 minutes. After that it can only be corrected, with a reason. */
export function UndoButton({ target, resultName, onUndone }: UndoButtonProps) {
  const { measures } = useTRPCClient();
  const undo = async (sent: Keyed<UndoButtonProps["target"]>) => {
    const { sentence, met, paused } = await measures.undo.mutate(sent);
    const stay = paused.map((title) => `"${title}" stays paused. Your team decides whether it goes on.`);
    const rules = met.map(({ title, words }) => withFullStop(`A rule of "${title}" was met: ${words}`));
    onUndone([sentence, ...stay, ...rules]);
  };
  const change = useChange(undo, { with: target });
  return (
    <ChangeButton change={change} look="secondary">
      Undo{resultName && <span className="sr-only"> {resultName}</span>}
    </ChangeButton>
  );
}
