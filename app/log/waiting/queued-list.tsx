"use client";

import { useState } from "react";
import { useDeviceState, useOutbox } from "@/app/outbox/provider";
import { isUnsent, type QueuedResult } from "@/app/outbox/queued-result";
import { needsYouInWords, resultInWords, waitingInWords, whyInWords } from "@/app/outbox/sentences";
import { SignInAgain } from "@/app/outbox/sign-in-again";
import { WholePageLink } from "@/app/outbox/whole-page-link";
import { Button, ButtonGroup } from "@/app/ui/button";

/** The queued results, oldest first, with the actions for each. */
export function QueuedList({ kept }: { kept: readonly QueuedResult[] }) {
  const outbox = useOutbox();
  const seen = useDeviceState();
  const [said, setSaid] = useState("");
  const unsent = kept.filter((one) => isUnsent(one) && !outbox?.isInSight(one.id));
  const waiting = unsent.filter(({ state }) => state === "waiting");
  const needsYou = unsent.filter(({ state }) => state === "needs you");
  const tryNow = async () => {
    setSaid("");
    await outbox?.tryAgain();
    setSaid("Tried just now. What is still here is tried again by itself.");
  };
  const letGo = async (one: QueuedResult) => {
    await outbox?.remove([one.id]);
    const perhaps = one.state === "waiting" ? " If it had arrived before, you find it with the measure." : "";
    setSaid(`${resultInWords(one)} is off this device.${perhaps}`);
  };
  return (
    <>
      {needsYou.length > 0 && <h2 className="nhsuk-heading-m">{needsYouInWords(needsYou.length)}</h2>}
      {needsYou.map((one) => (
        <KeptResult key={one.id} one={one} onLetGo={() => letGo(one)} />
      ))}
      {waiting.length > 0 && <h2 className="nhsuk-heading-m">{waitingInWords(waiting)}</h2>}
      {waiting.map((one) => (
        <KeptResult key={one.id} one={one} onLetGo={() => letGo(one)} />
      ))}
      {waiting.length > 0 && !seen?.signedOut && (
        <Button look="secondary" onClick={tryNow}>
          Try to send now
        </Button>
      )}
      {seen?.signedOut && <SignInAgain />}
      {unsent.length === 0 && <p>Nothing waits on this device. All you added was sent.</p>}
      <p role="status">{said}</p>
    </>
  );
}

function KeptResult({ one, onLetGo }: { one: QueuedResult; onLetGo: () => void }) {
  const [isSure, setIsSure] = useState(false);
  const { measureId, organisationId, periodOn } = one.sent;
  const place = `/log/${measureId}?for=${organisationId}&period=${periodOn}&kept=${one.id}`;
  return (
    <section className="mb-4 bg-white p-4" aria-label={one.name}>
      <h3 className="nhsuk-heading-s mb-1" dir="auto">
        {one.name}
      </h3>
      <p className="mb-2">{resultInWords(one)}</p>
      {one.state === "needs you" && <p className="mb-2">{whyInWords(one)}</p>}
      {isSure ? (
        <>
          <p className="mb-2">Let it go? It is then kept nowhere.</p>
          <ButtonGroup>
            <Button look="secondary" onClick={() => setIsSure(false)}>
              Keep it
            </Button>
            <Button look="warning" onClick={onLetGo}>
              Let it go
            </Button>
          </ButtonGroup>
        </>
      ) : (
        <p className="mb-0 flex flex-wrap gap-x-6">
          <WholePageLink href={place}>
            {one.state === "needs you" ? "Put it right" : "Change it"}
            <span className="sr-only">: {one.name}</span>
          </WholePageLink>
          <Button look="link" onClick={() => setIsSure(true)}>
            Let it go<span className="sr-only">: {one.name}</span>
          </Button>
        </p>
      )}
    </section>
  );
}
