"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";
import { afterSaving } from "../after-saving";

type NoHarmForeseenProps = { experimentId: string; from?: string; noHarmForeseen: boolean; changeable: boolean };

/** The team's word that no harm is foreseen, which stands in the place of a risk. */
export function NoHarmForeseen({ experimentId, from, noHarmForeseen, changeable }: NoHarmForeseenProps) {
  const change = useChange(useTRPCClient().risks.setNoHarmForeseen.mutate, {
    with: { experimentId, noHarmForeseen: !noHarmForeseen },
    to: afterSaving({ experimentId, from }, "/risks"),
    notice: noHarmForeseen ? "harm foreseen" : "no harm foreseen",
  });
  return (
    <>
      {noHarmForeseen && <p>The team foresees no harm to anyone. That scores 1, and leaders read it.</p>}
      {changeable && (
        <ChangeButton change={change} look="secondary">
          {noHarmForeseen ? "Harm could come of it" : "No harm is foreseen"}
        </ChangeButton>
      )}
    </>
  );
}
