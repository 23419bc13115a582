"use client";

import { Form } from "@/app/ui/form";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { answerInput } from "@/server/permissions/answering/input";
import { AnsweringFields, onlyOrganisation } from "./answering-fields";
import { type AnswerFormProps, useAnswer } from "./use-answer";

export function QuestionForm(props: AnswerFormProps) {
  const { requestId, termsHash } = props;
  const defaults = {
    requestId,
    termsHash,
    organisationId: onlyOrganisation(props),
    answer: "question" as const,
    inWords: "",
  };
  return (
    <Form schema={answerInput} change={useAnswer(props)} defaultValues={defaults}>
      <AnsweringFields {...props} />
      <TextAreaField name="inWords" label="Your question" hint="You can still answer afterwards" />
      <SubmitButton look={props.stale ? "secondary" : "primary"}>Send the question</SubmitButton>
    </Form>
  );
}

export function NoForm(props: AnswerFormProps) {
  const { requestId, termsHash } = props;
  const defaults = {
    requestId,
    termsHash,
    organisationId: onlyOrganisation(props),
    answer: "not this time" as const,
    inWords: "",
  };
  return (
    <Form schema={answerInput} change={useAnswer(props)} defaultValues={defaults}>
      <AnsweringFields {...props} />
      <TextAreaField name="inWords" label="Your reason" hint="A sentence that they can learn from" />
      <SubmitButton look={props.stale ? "secondary" : "primary"}>Say not this time</SubmitButton>
    </Form>
  );
}
