"use client";

import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Button, ButtonGroup } from "@/app/ui/button";
import { pluralise } from "@/server/format";
import { useOutbox } from "./provider";
import { unregisterServiceWorkers } from "./service-worker";

type SignOutFormProps = {
  /** A server action, so that it works before scripts have loaded. */
  action: () => Promise<void>;
  children: ReactNode;
};

/** Signs out and deletes the person's data from the device; asks first where a result would be lost. */
export function SignOutForm({ action, children }: SignOutFormProps) {
  const outbox = useOutbox();
  const form = useRef<HTMLFormElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const isWiped = useRef(false);
  const [reason, setReason] = useState<{ unsent: number } | "no signal">({ unsent: 0 });

  const signOut = async () => {
    await outbox?.wipe().catch(() => {});
    await unregisterServiceWorkers().catch(() => {});
    isWiped.current = true;
    form.current?.requestSubmit();
    isWiped.current = false;
  };
  const onSubmit = (event: FormEvent) => {
    if (isWiped.current || !outbox) return;
    event.preventDefault();
    void confirmIfNeeded();
  };
  const confirmIfNeeded = async () => {
    const unsent = (await outbox?.unsent().catch(() => 0)) ?? 0;
    if (navigator.onLine && unsent === 0) return signOut();
    setReason(navigator.onLine ? { unsent } : "no signal");
    dialog.current?.showModal();
  };
  return (
    <>
      <form ref={form} action={action} onSubmit={onSubmit}>
        {children}
      </form>
      <dialog
        ref={dialog}
        className="max-w-[min(24rem,calc(100vw-2rem))] border-4 border-link p-6 text-left text-text"
        aria-labelledby="leaving"
      >
        <Reason reason={reason} />
        <ButtonGroup>
          <Button onClick={() => dialog.current?.close()}>Stay signed in</Button>
          {reason !== "no signal" && (
            <Button look="warning" onClick={signOut}>
              Sign out and delete
            </Button>
          )}
        </ButtonGroup>
      </dialog>
    </>
  );
}

function Reason({ reason }: { reason: { unsent: number } | "no signal" }) {
  if (reason === "no signal") {
    return (
      <>
        <h2 id="leaving" className="nhsuk-heading-m">
          No signal
        </h2>
        <p>You cannot be signed out now. Keep this device with you, and sign out when there is signal.</p>
      </>
    );
  }
  return (
    <>
      <h2 id="leaving" className="nhsuk-heading-m">
        {pluralise(reason.unsent, "result")} not sent yet
      </h2>
      <p>If you sign out now, {reason.unsent === 1 ? "it is" : "they are"} deleted from this device and lost.</p>
    </>
  );
}
