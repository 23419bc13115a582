"use client";

import { useEffect, useRef } from "react";
import type { Answer } from "@/app/outbox/kept";
import { useOutbox, useSeen } from "@/app/outbox/provider";
import { SignInAgain } from "@/app/outbox/sign-in-again";
import { WholePageLink } from "@/app/outbox/whole-page-link";
import { keptHere, resultInWords, waitingInWords, whyInWords } from "@/app/outbox/words";
import { Button, ButtonGroup } from "@/app/ui/button";

type WaitsProps = {
  id: string;
  onSent: (answer: Answer) => void;
  /** Back to the box: what is saved there takes this one's place. */
  onChange: () => void;
};

/** No answer yet: what waits, where it is, and that nothing need be done. Becomes the answer when that comes. */
export function Waits({ id, onSent, onChange }: WaitsProps) {
  const outbox = useOutbox();
  const seen = useSeen();
  const latest = seen?.kept.find((kept) => kept.id === id);
  const last = useRef(latest);
  last.current = latest ?? last.current; // when the session is over it cannot be read; what is on the screen stays
  const kept = last.current;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const answer = kept?.answer;
  useEffect(() => {
    if (!answer) return;
    void outbox?.remove([id]);
    onSent(answer);
  }, [answer, id, onSent, outbox]);
  if (!kept) return null;
  const { measureId, organisationId } = kept.sent;
  const needsYou = kept.state === "needs you";
  return (
    <>
      <div className="mb-6 border-2 border-l-8 border-link bg-white p-4 [&>:last-child]:mb-0">
        <h2 ref={heading} tabIndex={-1} className="nhsuk-heading-m mb-2 outline-none">
          {needsYou ? "This result needs you" : waitingInWords(seen?.kept.length ? seen.kept : [kept])}
        </h2>
        <p>{resultInWords(kept)}.</p>
        <div role="status">
          {needsYou && <p>{whyInWords(kept)} What you typed is still here.</p>}
          {!needsYou && seen?.signedOut && <SignInAgain />}
          {!needsYou && !seen?.signedOut && <p>{keptHere}</p>}
        </div>
      </div>
      <ButtonGroup>
        <Button onClick={onChange} look="secondary">
          {needsYou ? "Look at it again" : "Change it"}
        </Button>
        <WholePageLink href={`/log/${measureId}?for=${organisationId}`}>Add another</WholePageLink>
        <WholePageLink href="/log/waiting">See what waits</WholePageLink>
      </ButtonGroup>
    </>
  );
}
