"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { z } from "zod";
import type { ButtonLook } from "@/app/ui/button";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";

const nothing = z.object({});

type ActButtonProps<Address extends string> = {
  send: (key: string) => Promise<unknown>;
  then?: Route<Address>;
  look?: ButtonLook;
  children: ReactNode;
};

/** One press, one act: a form without fields, so it has the same key, the same guard and the same words when it cannot be done. */
export function ActButton<Address extends string>({ send, then, look, children }: ActButtonProps<Address>) {
  const router = useRouter();
  const act = async (_: object, key: string) => {
    await send(key);
    if (then) router.push(then);
    router.refresh();
  };
  return (
    <Form schema={nothing} send={act}>
      <SubmitButton look={look}>{children}</SubmitButton>
    </Form>
  );
}
