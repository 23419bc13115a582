"use client";

import { RadiosField } from "./radios-field";
import type { FieldProps } from "./use-field";

/** A step of a scale: its number, its word, and a sentence that says what it means. */
type Step = { value: number; word: string; means: string };

/** A scale as radios with words, so that nobody has to know what a 3 means. Its value is the number. */
export function ScaleField({ scale, ...field }: FieldProps & { scale: readonly Step[] }) {
  const choices = scale.map(({ value, word, means }) => ({
    value,
    label: `${word.charAt(0).toUpperCase()}${word.slice(1)} (${value})`,
    hint: means,
  }));
  return <RadiosField {...field} choices={choices} />;
}
