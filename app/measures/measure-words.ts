import type {
  ChartKind,
  ChartPreset,
  MeasureCounting,
  MeasureDirection,
  MeasureRhythm,
  MeasureRole,
} from "@/db/vocabulary";

/** A measure's properties, in the words of forms and pages. */
export const countingInWords: Record<MeasureCounting, string> = {
  percentage: "A percentage: how many, out of how many",
  count: "A number that adds up across organisations",
  ratio: "One number divided by another",
  value: "A single figure from 1 organisation",
};
export const directionInWords: Record<MeasureDirection, string> = {
  up: "Higher is better",
  down: "Lower is better",
  neither: "Neither is better",
};
export const rhythmInWords: Record<MeasureRhythm, string> = {
  day: "Every day",
  week: "Every week, from Monday",
  month: "Every month",
};
/** How the system's value is computed. */
export const sumInWords: Record<MeasureCounting, string> = {
  percentage: "All who count, out of everyone: each summed first, never a mean of percentages",
  count: "What organisations bring, added up",
  ratio: "All of the first number, divided by all of the second",
  value: "The figure of the one organisation that contributes",
};
/** The presets of chart settings, in a sentence each. */
export const presetInWords: Record<ChartPreset, string> = {
  "NHS England tools": "As in the Making Data Count tools: every step between results counts, from 13 results on",
  NHSRplotthedots: "As in the R package: the largest steps are left out, so limits are often closer together",
};
/** What a chart treats as common-cause variation, followed by the chart's letter for those who know it. */
export const chartKindInWords: Record<ChartKind, { label: string; means: string }> = {
  XmR: { label: "How much results move (XmR)", means: "Fits most measures. The usual chart in the NHS" },
  p: { label: "Chance, by how many were counted (p)", means: "Limits are wider when fewer were counted" },
  u: {
    label: "Chance, by how much could happen (u)",
    means: "For events out of all that could have been, such as falls for each day in a bed",
  },
  c: {
    label: "Chance in a count (c)",
    means: "For events when about as many could happen each time, such as falls on 1 ward",
  },
  t: {
    label: "The time between rare events (t)",
    means: "Each result is 1 event: how long it was since the one before. A day without one is no gap",
  },
  g: {
    label: "The cases between rare events (g)",
    means: "Each result is 1 event: how many went well since the one before. A day without one is no gap",
  },
};
export const roleInWords: Record<MeasureRole, string> = {
  outcome: "Outcome: what it is all for",
  process: "Process: whether the change happens",
  balancing: "Balancing: what could get worse elsewhere",
};
