"use client";

import { DateField } from "@/app/ui/date-field";
import { RadiosField } from "@/app/ui/radios-field";
import { SelectField } from "@/app/ui/select-field";
import { TextField } from "@/app/ui/text-field";

export type OrganisationChoice = { value: string; label: string };

const roles = [
  { value: "member", label: "Works there", hint: "Notes ideas, joins teams, logs results" },
  {
    value: "leader",
    label: "Answers for it",
    hint: "Also gives permission, such as a medical director. One of its leaders confirms it, or where it has none, another administrator: of this system or of all of Leeway",
  },
];

/** Where somebody works, in which role, from when and until when. */
export function MembershipFields({ organisations }: { organisations: OrganisationChoice[] }) {
  return (
    <>
      <SelectField name="organisationId" label="Where do they work?" choices={organisations} />
      <TextField name="team" label="Team" hint="Such as Ward 7B or Brokerage" optional />
      <RadiosField name="role" label="What do they do there?" choices={roles} />
      <DateField name="fromOn" label="From which day?" hint="For example, 27 9 2026" />
      <DateField name="endsOn" label="Until which day?" hint="Their last day, if you know it" optional />
    </>
  );
}
