"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { Button, type ButtonLook } from "./button";
import { useFormKit } from "./form-context";

type SubmitButtonProps = {
  look?: ButtonLook;
  /** What everyone sees while it works, where that takes more than a moment. */
  meanwhile?: string;
  children: ReactNode;
};

/** Sends its form. Never disabled: while busy it stays where it is and a second press does nothing. */
export function SubmitButton({ look, meanwhile, children }: SubmitButtonProps) {
  const { sending } = useFormKit();
  const ready = useReady();
  return (
    <>
      <Button type={ready ? "submit" : "button"} look={look} aria-disabled={sending || undefined}>
        {children}
      </Button>
      {/* Beside the button, not in it: its name stays the same */}
      <span role="status" className={meanwhile ? "mb-6 block empty:hidden" : "sr-only"}>
        {sending ? (meanwhile ?? "Saving") : ""}
      </span>
    </>
  );
}

/** Before the script has come, a press would reload the page and lose what was typed; so it does not send yet. */
function useReady() {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
