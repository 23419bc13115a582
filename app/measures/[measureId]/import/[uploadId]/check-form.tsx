"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { NumberField } from "@/app/ui/number-field";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { pluralise } from "@/server/format";
import { answersInput } from "@/server/imports/input";
import { ONE_NUMBER, type Question } from "@/server/imports/questions";

type CheckFormProps = {
  target: { measureId: string; uploadId: string; version: number };
  questions: readonly Question[];
  rowCount: number;
};

/** Asks once, for the whole file, how to read ambiguous values. */
export function CheckForm({ target, questions, rowCount }: CheckFormProps) {
  const change = useChange(useTRPCClient().imports.check.mutate, { with: target });
  return (
    <Form schema={answersInput} change={change}>
      {questions.map(({ name, ask, choices }) => (
        <RadiosField
          key={name}
          name={name}
          label={ask}
          choices={choices.map((choice) => (choice.value === ONE_NUMBER ? withNumber(choice) : choice))}
        />
      ))}
      <SubmitButton>Check {pluralise(rowCount, "row")}</SubmitButton>
    </Form>
  );
}

const withNumber = (choice: Question["choices"][number]) => ({
  ...choice,
  // biome-ignore lint/suspicious/noThenProperty: what the radios show below a choice; nothing awaits it
  then: <NumberField name="oneNumber" label="Which number?" />,
});
