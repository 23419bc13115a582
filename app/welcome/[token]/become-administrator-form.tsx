"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { becomeFirstAdministrator } from "@/app/sign-in/actions";
import { orThrow } from "@/app/sign-in/answer";
import { EmailField } from "@/app/ui/email-field";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { becomeAdministratorInput } from "@/server/auth/input";

export function BecomeAdministratorForm({ token }: { token: string }) {
  const router = useRouter();
  const send = async (asked: z.infer<typeof becomeAdministratorInput>) => {
    orThrow(await becomeFirstAdministrator(token, asked));
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
