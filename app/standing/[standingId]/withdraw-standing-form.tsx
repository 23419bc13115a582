"use client";

import { useTRPCClient } from "@/app/trpc";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextAreaField } from "@/app/ui/text-area-field";
import { useChange } from "@/app/use-change";
import { pluralise } from "@/server/format";
import { withdrawStandingInput } from "@/server/standing/input";

type WithdrawStandingFormProps = {
  systemId: string;
  standingId: string;
  /** How many experiments rely on it today. */
  running: number;
};

/** Explains what happens to the experiments that rely on it, then asks for a reason. */
export function WithdrawStandingForm({ systemId, standingId, running }: WithdrawStandingFormProps) {
  const change = useChange(useTRPCClient().standing.withdraw.mutate, {
    with: { systemId },
    to: `/standing/${standingId}`,
    notice: "standing permission withdrawn",
  });
  return (
    <section>
      <h2 className="nhsuk-heading-m">Take it back</h2>
      <p>Nothing starts by it from that moment on. {consequence(running)}</p>
      <Form schema={withdrawStandingInput} change={change}>
        <TextAreaField
          name="reason"
          label="Why do you take it back?"
          hint="Everyone in the system reads your words"
          limit={2_000}
        />
        <HiddenField name="standingId" value={standingId} />
        <SubmitButton look="secondary">Take it back</SubmitButton>
      </Form>
    </section>
  );
}

function consequence(running: number): string {
  if (running === 0) return "No experiment runs on it today.";
  const relyInWords = pluralise(running, "experiment runs", "experiments run");
  return `${relyInWords} on it today and will not be covered any more. Each asks you for permission, fits something else you allow, or ends. What was done until then stays covered.`;
}
