"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { throwIfRefused } from "@/app/sign-in/action-result";
import { becomeFirstAdministrator } from "@/app/sign-in/actions";
import { EmailField } from "@/app/ui/email-field";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { becomeAdministratorInput } from "@/server/auth/input";

export function BecomeAdministratorForm({ token }: { token: string }) {
  const router = useRouter();
  const send = async (input: z.infer<typeof becomeAdministratorInput>) => {
    throwIfRefused(await becomeFirstAdministrator(token, input));
    router.push("/admin" as Route);
    router.refresh();
  };
  return (
    <Form schema={becomeAdministratorInput} change={{ send }}>
      <TextField name="name" label="Your name" autoComplete="name" />
      <EmailField name="email" label="Your e-mail address" hint="You sign in with it from now on." />
      <SubmitButton>Begin</SubmitButton>
    </Form>
  );
}
