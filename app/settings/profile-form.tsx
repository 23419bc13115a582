"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { useChange } from "@/app/use-change";
import { editProfileInput } from "@/server/people/input";

export function ProfileForm({ name, job }: { name: string; job: string | null }) {
  const change = useChange(useTRPCClient().people.editProfile.mutate, {
    to: "/settings",
    notice: "profile changed",
  });
  return (
    <Form schema={editProfileInput} change={change} defaultValues={{ name, job }}>
      <TextField name="name" label="Your name" autoComplete="name" />
      <TextField name="job" label="Your job" hint="Colleagues see it beside your name" optional />
      <SubmitButton>Save your name and job</SubmitButton>
    </Form>
  );
}
