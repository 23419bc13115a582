"use client";

import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { NumberField } from "@/app/ui/number-field";
import { RadiosField } from "@/app/ui/radios-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { dayInWords } from "@/server/format";
import { exactAmount } from "@/server/measures/figures";
import { answerInput } from "@/server/permissions/answering/input";
import type { Terms } from "@/server/permissions/terms/terms";
import { AnsweringFields, onlyOrganisation } from "./answering-fields";
import { type AnswerFormProps, useAnswer } from "./use-answer";

type YesFormProps = AnswerFormProps & {
  promise: string;
  endsOn: string;
  dips: Terms["expectedDips"];
  /** What dips of several experiments on one measure add up to. */
  combinedDips: string[];
};

const shorterOrTighter = answerInput.refine(
  ({ answer, endsOn, tighterDips = [] }) =>
    answer === "yes" || endsOn !== undefined || tighterDips.some((dip) => dip.worstValue !== undefined),
  { path: ["endsOn"], error: "Enter an earlier day, or a tighter figure for a dip" },
);

/** Yes, as asked or with conditions, and a promise that the leader may reword. */
export function YesForm(props: YesFormProps) {
  const { requestId, termsHash, promise, endsOn, dips, combinedDips } = props;
  const defaults = {
    requestId,
    termsHash,
    organisationId: onlyOrganisation(props),
    answer: "yes" as const,
    inWords: promise,
  };
  return (
    <Form schema={shorterOrTighter} change={useAnswer(props)} defaultValues={defaults}>
      <AnsweringFields {...props} />
      <RadiosField
        name="answer"
        label="You say yes"
        choices={[
          { value: "yes", label: "As they asked" },
          {
            value: "yes with conditions",
            label: "Shorter or tighter",
            // biome-ignore lint/suspicious/noThenProperty: a property of RadiosField's choices; never awaited
            then: <Conditions endsOn={endsOn} dips={dips} />,
          },
        ]}
      />
      {combinedDips.length > 0 && (
        <RadiosField
          name="acknowledgesCombinedDips"
          label="Do you know what this adds up to?"
          hint={combinedDips.join(" ")}
          choices={[{ value: true, label: "Yes, I know this" }]}
        />
      )}
      <TextAreaField name="inWords" label="Your promise to them" hint="Change it as you like" />
      <SubmitButton look={props.stale ? "secondary" : "primary"}>Give permission</SubmitButton>
    </Form>
  );
}

function Conditions({ endsOn, dips }: Pick<YesFormProps, "endsOn" | "dips">) {
  return (
    <>
      <p>It holds once the team has accepted. Say why with your promise.</p>
      <DateField name="endsOn" label="Until an earlier day" hint={`They asked until ${dayInWords(endsOn)}`} optional />
      {dips.map((dip, index) => (
        <TighterDip key={dip.id} dip={dip} index={index} />
      ))}
    </>
  );
}

function TighterDip({ dip, index }: { dip: Terms["expectedDips"][number]; index: number }) {
  const requestedWorst = exactAmount(dip.worstValue, dip.unit);
  return (
    <>
      <HiddenField name={`tighterDips.${index}.dipId`} value={dip.id} />
      <NumberField
        name={`tighterDips.${index}.worstValue`}
        label={`A tighter ${dip.measure.name}`}
        hint={`They asked as far as ${requestedWorst}`}
        suffix={dip.unit}
        optional
      />
    </>
  );
}
