"use client";

import type { ReactNode } from "react";
import { checks } from "@/server/checks";
import type { ButtonLook } from "./ui/button";
import { type Change, Form } from "./ui/form";
import { SubmitButton } from "./ui/submit-button";

const nothing = checks<Record<never, never>>(() => ({ value: {} }));

type ChangeButtonProps = { change: Change<Record<never, never>>; look?: ButtonLook; children: ReactNode };

/** A button that makes a change: a form without fields, for its idempotency key, double-press check and error messages. */
export function ChangeButton({ change, look, children }: ChangeButtonProps) {
  return (
    <Form schema={nothing} change={change}>
      <SubmitButton look={look}>{children}</SubmitButton>
    </Form>
  );
}
