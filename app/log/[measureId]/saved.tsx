"use client";

import type { inferRouterOutputs } from "@trpc/server";
import { useEffect, useRef } from "react";
import { Button, ButtonGroup } from "@/app/ui/button";
import { Link } from "@/app/ui/link";
import { withFullStop } from "@/server/format";
import type { AppRouter } from "@/server/root";
import { UndoButton } from "./undo-button";

export type SavedAnswer = inferRouterOutputs<AppRouter>["measures"]["log"] & { periodOn: string };
type SavedProps = {
  answer: SavedAnswer;
  measureId: string;
  organisationId: string;
  onAnother: () => void;
  onUndone: (sentences: string[]) => void;
};

/** "Saved", what the number means, and which stop rules it met. */
export function Saved({ answer, measureId, organisationId, onAnother, onUndone }: SavedProps) {
  const { sentence, met, periodOn, version } = answer;
  const heading = useRef<HTMLHeadingElement>(null);
  // The form has disappeared: focus moves to the answer, so that it is read out
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <div className="mb-6 border-2 border-l-8 border-green bg-white p-4 [&>:last-child]:mb-0">
        <h2 ref={heading} tabIndex={-1} className="nhsuk-heading-m mb-2 outline-none">
          Saved
        </h2>
        <p>{sentence}</p>
        {met.map(({ experimentId, title, kind, words }) => (
          <p key={`${experimentId}${words}`}>
            {kind === "safety" ? "A stop rule was met" : "A talk rule was met"}: {withFullStop(words)}{" "}
            <Link href={`/experiments/${experimentId}`} dir="auto">
              {title}
            </Link>{" "}
            {kind === "safety" ? "is paused. Thank you for logging it." : "goes on. Talk with your team."}
          </p>
        ))}
      </div>
      <UndoButton target={{ measureId, organisationId, periodOn, version }} onUndone={onUndone} />
      <ButtonGroup>
        <Button onClick={onAnother} look="secondary">
          Add another
        </Button>
        <Link className="inline-block py-2" href={`/measures/${measureId}`}>
          See the chart
        </Link>
        <Link className="inline-block py-2" href={`/log/${measureId}?for=${organisationId}&period=${periodOn}`}>
          Correct it
        </Link>
      </ButtonGroup>
    </>
  );
}
