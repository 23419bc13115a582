"use client";

import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Button, ButtonGroup } from "@/app/ui/button";
import { counted } from "@/server/words";
import { useOutbox } from "./provider";
import { forgetLogPages } from "./worker";

type SignOutFormProps = {
  /** A server action: it works before any script has come. */
  action: () => Promise<void>;
  /** The button. */
  children: ReactNode;
};

/** Signs out and takes everything of the person off the device; asks first where that would lose a result. */
export function SignOutForm({ action, children }: SignOutFormProps) {
  const outbox = useOutbox();
  const form = useRef<HTMLFormElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const isClean = useRef(false);
  const [unsent, setUnsent] = useState(0);

  const leave = async () => {
    await outbox?.wipe().catch(() => {});
    await forgetLogPages().catch(() => {});
    isClean.current = true;
    form.current?.requestSubmit();
  };
  const ask = (event: FormEvent) => {
    if (isClean.current || !outbox) return;
    event.preventDefault();
    const count = outbox.unsent();
    if (count === 0) return void leave();
    setUnsent(count);
    dialog.current?.showModal();
  };
  return (
    <>
      <form ref={form} action={action} onSubmit={ask}>
        {children}
      </form>
      <dialog
        ref={dialog}
        className="max-w-[min(24rem,calc(100vw-2rem))] border-4 border-link p-6 text-left text-text"
        aria-labelledby="unsent"
      >
        <h2 id="unsent" className="nhsuk-heading-m">
          {counted(unsent, "result")} not sent yet
        </h2>
        <p>If you sign out now, {unsent === 1 ? "it is" : "they are"} deleted from this device and lost.</p>
        <ButtonGroup>
          <Button onClick={() => dialog.current?.close()}>Stay signed in</Button>
          <Button look="warning" onClick={leave}>
            Sign out and delete
          </Button>
        </ButtonGroup>
      </dialog>
    </>
  );
}
