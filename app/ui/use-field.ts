"use client";

import { useEffect } from "react";
import { type FieldFacts, useFormKit } from "./form-context";

/** The props of every field. */
export type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** Renders the label as the page's h1. */
  heading?: boolean;
};

/** Registers a field with its form, and returns its id and error. */
export function useField({ name, label, hint }: FieldProps, facts: Omit<FieldFacts, "id" | "label"> = {}) {
  const form = useFormKit();
  // No dot and no space, because aria-describedby is a list of ids
  const id = `${form.id}-${name.replaceAll(/[^\w-]/g, "-")}`;
  // On every render, because the facts are new each time; it only sets and deletes in a Map
  useEffect(() => form.registerField(name, { id, label, ...facts }));

  const error = form.errorOf(name);
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(" ") || undefined;
  return { id, error, hintId, errorId, describedBy };
}
