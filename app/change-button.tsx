"use client";

import type { ReactNode } from "react";
import { z } from "zod";
import type { ButtonLook } from "./ui/button";
import { type Change, Form } from "./ui/form";
import { SubmitButton } from "./ui/submit-button";

const nothing = z.object({});

type ChangeButtonProps = { change: Change<Record<never, never>>; look?: ButtonLook; children: ReactNode };

/** One press, one change: a form without fields, so it has the same key, the same guard and the same words when it cannot be done. */
export function ChangeButton({ change, look, children }: ChangeButtonProps) {
  return (
    <Form schema={nothing} change={change}>
      <SubmitButton look={look}>{children}</SubmitButton>
    </Form>
  );
}
