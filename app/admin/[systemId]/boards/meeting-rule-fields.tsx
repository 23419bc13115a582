"use client";

import type { ReactNode } from "react";
import { DateField } from "@/app/ui/date-field";
import { RadiosField } from "@/app/ui/radios-field";
import { TextField } from "@/app/ui/text-field";
import { type MeetingFrequency, type MeetingRule, meetingFrequencies, weekdays, weeksOfMonth } from "@/db/vocabulary";
import { clockTimeInWords, sentenceCase } from "@/server/format";

const asChoices = (words: readonly string[]) => words.map((value) => ({ value, label: sentenceCase(value) }));

/** When a board meets: the frequency, then only the questions that it needs. */
export function MeetingRuleFields() {
  const weekday = (
    <RadiosField name="meetingRule.weekday" label="On which day of the week?" choices={asChoices(weekdays)} inline />
  );
  const times = (
    <>
      <TextField name="meetingRule.startTime" label="When does it start?" hint="Such as 2pm or 8:30am" width={5} />
      <TextField name="meetingRule.endTime" label="When does it end?" width={5} />
    </>
  );
  const week = (
    <RadiosField name="meetingRule.week" label="Which one of the month?" choices={asChoices(weeksOfMonth)} inline />
  );
  const countedFrom = (
    <DateField
      name="meetingRule.countedFrom"
      label="A day on which it meets"
      hint="From it we count the weeks. For example, 27 9 2026"
    />
  );
  const neededFor: Record<MeetingFrequency, ReactNode> = {
    "every week": (
      <>
        {weekday}
        {times}
      </>
    ),
    "every second week": (
      <>
        {weekday}
        {countedFrom}
        {times}
      </>
    ),
    "every month": (
      <>
        {weekday}
        {week}
        {times}
      </>
    ),
    "no fixed day": undefined,
  };
  const choices = meetingFrequencies.map((value) => ({
    value,
    label: value === "no fixed day" ? "It has no fixed day" : sentenceCase(value),
    // biome-ignore lint/suspicious/noThenProperty: what the radios show below a choice; nothing awaits it
    then: neededFor[value],
  }));
  return <RadiosField name="meetingRule.frequency" label="How often does it meet?" choices={choices} />;
}

/** Converts a meeting rule to the values of its fields. */
export function meetingRuleDefaults(rule: MeetingRule): MeetingRule {
  if (rule.frequency === "no fixed day") return rule;
  return { ...rule, startTime: clockTimeInWords(rule.startTime), endTime: clockTimeInWords(rule.endTime) };
}
