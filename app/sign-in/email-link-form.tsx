"use client";

import { useRouter } from "next/navigation";
import type { z } from "zod";
import { EmailField } from "@/app/ui/email-field";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { askForLinkInput } from "@/server/auth/input";
import { throwIfRefused } from "./action-result";
import { askForLink } from "./actions";

export function EmailLinkForm({ from, email }: { from: string; email?: string }) {
  const router = useRouter();
  const send = async (input: z.infer<typeof askForLinkInput>) => {
    throwIfRefused(await askForLink(input, from));
    router.push("/sign-in/check-your-email");
  };
  return (
    <Form schema={askForLinkInput} change={{ send }} defaultValues={{ email }}>
      <EmailField name="email" label="Your e-mail address" hint="We send you a link. You need no password." />
      <SubmitButton>Send me a link</SubmitButton>
    </Form>
  );
}
