"use client";

import { DateField } from "@/app/ui/date-field";
import { TextAreaField } from "@/app/ui/text-area-field";

/** The plan of a cycle, shared by the forms for a new and an existing one. */
export function PlanFields() {
  return (
    <>
      <TextAreaField name="plan" label="What will you try?" hint="Small: 1 ward, 1 shift, 5 people" />
      <TextAreaField name="prediction" label="What do you expect to see?" />
      <DateField name="fromOn" label="From which day?" hint="For example, 27 9 2026" />
      <DateField name="endsOn" label="Until the end of which day?" optional />
    </>
  );
}
