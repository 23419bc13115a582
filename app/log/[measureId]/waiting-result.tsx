"use client";

import { useEffect, useRef } from "react";
import { useDeviceState, useOutbox } from "@/app/outbox/provider";
import type { Answer } from "@/app/outbox/queued-result";
import { resultInWords, storedHere, waitingInWords, whyInWords } from "@/app/outbox/sentences";
import { SignInAgain } from "@/app/outbox/sign-in-again";
import { WholePageLink } from "@/app/outbox/whole-page-link";
import { Button, ButtonGroup } from "@/app/ui/button";

type WaitingResultProps = {
  id: string;
  onSent: (answer: Answer) => void;
  /** Returns to the form; a result saved there replaces this one. */
  onChange: () => void;
};

/** Shows that a result waits, where it is stored and that nothing need be done. When it is sent, the answer replaces this. */
export function WaitingResult({ id, onSent, onChange }: WaitingResultProps) {
  const outbox = useOutbox();
  const device = useDeviceState();
  const latest = device?.results.find((result) => result.id === id);
  const lastRead = useRef(latest);
  lastRead.current = latest ?? lastRead.current; // once the session is over it cannot be read; keep showing the last state
  const result = lastRead.current;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const answer = result?.answer;
  useEffect(() => {
    if (!answer) return;
    void outbox?.remove([id]);
    onSent(answer);
  }, [answer, id, onSent, outbox]);
  if (!result) return null;
  const { measureId, organisationId } = result.sent;
  const needsYou = result.state === "needs you";
  return (
    <>
      <div className="mb-6 border-2 border-l-8 border-link bg-white p-4 [&>:last-child]:mb-0">
        <h2 ref={heading} tabIndex={-1} className="nhsuk-heading-m mb-2 outline-none">
          {needsYou ? "This result needs you" : waitingInWords(device?.results.length ? device.results : [result])}
        </h2>
        <p>{resultInWords(result)}.</p>
        <div role="status">
          {needsYou && <p>{whyInWords(result)} What you typed is still here.</p>}
          {!needsYou && device?.signedOut && <SignInAgain />}
          {!needsYou && !device?.signedOut && <p>{storedHere}</p>}
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
