"use client";

import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { useChange } from "@/app/use-change";
import { addContributorInput, endContributionInput } from "@/server/measures/input";
import { KnowsPermissionsEnd } from "../../knows-permissions-end";

type AddContributorFormProps = { measureId: string; organisations: Choice<string>[]; permissionsEnd: string };

export function AddContributorForm({ measureId, organisations, permissionsEnd }: AddContributorFormProps) {
  const change = useChange(useTRPCClient().measures.addContributor.mutate, {
    with: { measureId },
    to: `/measures/${measureId}`,
    notice: "contributor added",
  });
  return (
    <Form schema={addContributorInput} change={change}>
      <SelectField name="organisationId" label="Which organisation?" choices={organisations} />
      <DateField
        name="fromOn"
        label="From which day?"
        hint="For example, 27 9 2026. From then on the chart waits for its part too"
      />
      <KnowsPermissionsEnd permissionsEnd={permissionsEnd} />
      <SubmitButton>Add it</SubmitButton>
    </Form>
  );
}

type EndContributionFormProps = {
  measureId: string;
  organisationId: string;
  name: string;
  endsOn: string;
  permissionsEnd: string;
};

export function EndContributionForm(props: EndContributionFormProps) {
  const { measureId, organisationId, name, endsOn, permissionsEnd } = props;
  const change = useChange(useTRPCClient().measures.endContribution.mutate, {
    with: { measureId },
    to: `/measures/${measureId}`,
    notice: "contribution ended",
  });
  return (
    <Form schema={endContributionInput} change={change} defaultValues={{ organisationId, endsOn }}>
      <HiddenField name="organisationId" value={organisationId} />
      <DateField
        name="endsOn"
        label="Its last day"
        hint="Results of later periods can still be read, and no longer count"
      />
      <KnowsPermissionsEnd permissionsEnd={permissionsEnd} />
      <SubmitButton look="secondary">
        Save its last day<span className="sr-only">: {name}</span>
      </SubmitButton>
    </Form>
  );
}
