"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { useTRPC } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { DateField } from "@/app/ui/date-field";
import { Form } from "@/app/ui/form";
import { HiddenField } from "@/app/ui/hidden-field";
import { SelectField } from "@/app/ui/select-field";
import { SubmitButton } from "@/app/ui/submit-button";
import { addContributorInput, endContributionInput } from "@/server/measures/input";

type AddContributorFormProps = { measureId: string; organisations: Choice<string>[] };

export function AddContributorForm({ measureId, organisations }: AddContributorFormProps) {
  const router = useRouter();
  const add = useMutation(useTRPC().measures.addContributor.mutationOptions());
  const send = async (contributor: z.infer<typeof addContributorInput>, key: string) => {
    await add.mutateAsync({ ...contributor, measureId, key });
    router.push(`/measures/${measureId}?said=contributor-added`);
    router.refresh();
  };
  return (
    <Form schema={addContributorInput} send={send}>
      <SelectField name="organisationId" label="Which organisation?" choices={organisations} />
      <DateField
        name="fromOn"
        label="From which day?"
        hint="For example, 27 9 2026. From then on the chart waits for its part too"
      />
      <SubmitButton>Add it</SubmitButton>
    </Form>
  );
}

type EndContributionFormProps = { measureId: string; organisationId: string; name: string; endsOn: string };

export function EndContributionForm({ measureId, organisationId, name, endsOn }: EndContributionFormProps) {
  const router = useRouter();
  const end = useMutation(useTRPC().measures.endContribution.mutationOptions());
  const send = async (ending: z.infer<typeof endContributionInput>, key: string) => {
    await end.mutateAsync({ ...ending, measureId, key });
    router.push(`/measures/${measureId}?said=contribution-ended`);
    router.refresh();
  };
  return (
    <Form schema={endContributionInput} send={send} defaultValues={{ organisationId, endsOn }}>
      <HiddenField name="organisationId" value={organisationId} />
      <DateField
        name="endsOn"
        label="Its last day"
        hint="Results of later periods can still be read, and no longer count"
      />
      <SubmitButton look="secondary">
        Save its last day<span className="sr-only">: {name}</span>
      </SubmitButton>
    </Form>
  );
}
