"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { answerInput } from "@/server/permissions/input";

type DecideFormProps = {
  experimentId: string;
  requestId: string;
  termsHash: string;
  organisations: Choice<string>[] /** What dips of several experiments on one figure add up to. */;
  together: string[];
};

const answers = [
  { value: "yes", label: "Yes, I give permission" },
  { value: "question", label: "I have a question first", hint: "They see it at once. You can answer afterwards" },
  { value: "not this time", label: "Not this time", hint: "Say why, so that they can learn from it" },
] as const;

/** The leader's answer carries the fingerprint of the terms on this page: to other words it is refused. */
export function DecideForm({ experimentId, requestId, termsHash, organisations, together }: DecideFormProps) {
  const router = useRouter();
  const answer = useMutation(useTRPC().permissions.answer.mutationOptions());
  const [only, ...others] = organisations;
  const send = async (given: z.infer<typeof answerInput>, key: string) => {
    await answer.mutateAsync({ ...given, experimentId, key });
    router.push(`/experiments/${experimentId}/permission?said=answered-${given.answer}`);
    router.refresh();
  };
  return (
    <Form
      schema={answerInput}
      send={send}
      defaultValues={{ requestId, termsHash, organisationId: only?.value, inWords: "" }}
    >
      {others.length > 0 && <RadiosField name="organisationId" label="You answer for" choices={organisations} />}
      <RadiosField name="answer" label="Your answer" choices={answers} />
      {together.length > 0 && (
        <RadiosField
          name="acknowledgesTogether"
          label="Do you know what this adds up to?"
          hint={together.join(" ")}
          choices={[{ value: true, label: "Yes, I know this" }]}
        />
      )}
      <TextAreaField
        name="inWords"
        label="In your words"
        hint="With a yes: what you promise in return, if you like. Otherwise your question or reason"
      />
      <HiddenField name="requestId" value={requestId} />
      <HiddenField name="termsHash" value={termsHash} />
      <SubmitButton>Send my answer</SubmitButton>
    </Form>
  );
}
