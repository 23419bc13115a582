"use client";

import { useEffect } from "react";
import { type FieldFacts, useFormKit } from "./form-context";

/** What every field takes. */
export type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** The label is the page's question, so it is its h1. */
  heading?: boolean;
};

/** Makes a field known to its form, and gives it its id and what is wrong with it. */
export function useField({ name, label, hint }: FieldProps, facts: Omit<FieldFacts, "id" | "label"> = {}) {
  const form = useFormKit();
  // No dot and no space: several ids stand in one aria-describedby
  const id = `${form.id}-${name.replaceAll(/[^\w-]/g, "-")}`;
  // On every render, as the facts are new each time; it is a Map's set and delete
  useEffect(() => form.enrol(name, { id, label, ...facts }));

  const error = form.problemWith(name);
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(" ") || undefined;
  return { id, error, hintId, errorId, describedBy };
}
