"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextField } from "@/app/ui/text-field";
import { editProfileInput } from "@/server/people/input";

export function ProfileForm({ name, job }: { name: string; job: string | null }) {
  const router = useRouter();
  const edit = useMutation(useTRPC().people.editProfile.mutationOptions());
  const send = async (profile: z.infer<typeof editProfileInput>, key: string) => {
    await edit.mutateAsync({ ...profile, key });
    router.push("/settings?done=profile");
    router.refresh();
  };
  return (
    <Form schema={editProfileInput} send={send} defaultValues={{ name, job }}>
      <TextField name="name" label="Your name" autoComplete="name" />
      <TextField name="job" label="Your job" hint="Colleagues see it beside your name" optional />
      <SubmitButton>Save your name and job</SubmitButton>
    </Form>
  );
}
