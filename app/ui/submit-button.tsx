"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { Button, type ButtonLook } from "./button";
import { useFormKit } from "./form-context";

type SubmitButtonProps = {
  look?: ButtonLook;
  /** Visible text while busy, for work that takes longer than a moment. */
  busyText?: string;
  children: ReactNode;
};

/** Submits its form. Never disabled: while busy a second press does nothing. */
export function SubmitButton({ look, busyText, children }: SubmitButtonProps) {
  const { sending } = useFormKit();
  const ready = useReady();
  return (
    <>
      <Button type={ready ? "submit" : "button"} look={look} aria-disabled={sending || undefined}>
        {children}
      </Button>
      {/* Beside the button, not in it, so that the button's name stays the same */}
      <span role="status" className={busyText ? "mb-6 block empty:hidden" : "sr-only"}>
        {sending ? (busyText ?? "Saving") : ""}
      </span>
    </>
  );
}

/** Before scripts have loaded, a press would reload the page and lose what was typed, so the button does not submit yet. */
function useReady() {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
