"use client";

import { useState } from "react";
import { useDeviceState, useOutbox } from "@/app/outbox/provider";
import { isUnsent, type QueuedResult } from "@/app/outbox/queued-result";
import { needsYouInWords, resultInWords, waitingInWords, whyInWords } from "@/app/outbox/sentences";
import { SignInAgain } from "@/app/outbox/sign-in-again";
import { WholePageLink } from "@/app/outbox/whole-page-link";
import { Button, ButtonGroup } from "@/app/ui/button";

/** The queued results, oldest first, with the actions for each. */
export function QueuedList({ results }: { results: readonly QueuedResult[] }) {
  const outbox = useOutbox();
  const device = useDeviceState();
  const [message, setMessage] = useState("");
  const unsent = results.filter((result) => isUnsent(result) && !outbox?.isFormOpen(result.id));
  const waiting = unsent.filter(({ state }) => state === "waiting");
  const needsYou = unsent.filter(({ state }) => state === "needs you");
  const tryNow = async () => {
    setMessage("");
    await outbox?.tryAgain();
    setMessage("Tried just now. What is still here is tried again by itself.");
  };
  const discard = async (result: QueuedResult) => {
    await outbox?.remove([result.id]);
    const hint = result.state === "waiting" ? " If it had arrived before, you find it with the measure." : "";
    setMessage(`${resultInWords(result)} is off this device.${hint}`);
  };
  return (
    <>
      {needsYou.length > 0 && <h2 className="nhsuk-heading-m">{needsYouInWords(needsYou.length)}</h2>}
      {needsYou.map((result) => (
        <QueuedItem key={result.id} result={result} onDiscard={() => discard(result)} />
      ))}
      {waiting.length > 0 && <h2 className="nhsuk-heading-m">{waitingInWords(waiting)}</h2>}
      {waiting.map((result) => (
        <QueuedItem key={result.id} result={result} onDiscard={() => discard(result)} />
      ))}
      {waiting.length > 0 && !device?.signedOut && (
        <Button look="secondary" onClick={tryNow}>
          Try to send now
        </Button>
      )}
      {device?.signedOut && <SignInAgain />}
      {unsent.length === 0 && <p>Nothing waits on this device. All you added was sent.</p>}
      <p role="status">{message}</p>
    </>
  );
}

function QueuedItem({ result, onDiscard }: { result: QueuedResult; onDiscard: () => void }) {
  const [isConfirming, setIsConfirming] = useState(false);
  const { measureId, organisationId, periodOn } = result.sent;
  const place = `/log/${measureId}?for=${organisationId}&period=${periodOn}&kept=${result.id}`;
  return (
    <section className="mb-4 bg-white p-4" aria-label={result.name}>
      <h3 className="nhsuk-heading-s mb-1" dir="auto">
        {result.name}
      </h3>
      <p className="mb-2">{resultInWords(result)}</p>
      {result.state === "needs you" && <p className="mb-2">{whyInWords(result)}</p>}
      {isConfirming ? (
        <>
          <p className="mb-2">Let it go? It is then kept nowhere.</p>
          <ButtonGroup>
            <Button look="secondary" onClick={() => setIsConfirming(false)}>
              Keep it
            </Button>
            <Button look="warning" onClick={onDiscard}>
              Let it go
            </Button>
          </ButtonGroup>
        </>
      ) : (
        <p className="mb-0 flex flex-wrap gap-x-6">
          <WholePageLink href={place}>
            {result.state === "needs you" ? "Put it right" : "Change it"}
            <span className="sr-only">: {result.name}</span>
          </WholePageLink>
          <Button look="link" onClick={() => setIsConfirming(true)}>
            Let it go<span className="sr-only">: {result.name}</span>
          </Button>
        </p>
      )}
    </section>
  );
}
