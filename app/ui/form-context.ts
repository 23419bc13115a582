"use client";

import { createContext, useContext } from "react";

/** What a form must know of each field: its id and label, and how to check and display its value. */
export type FieldFacts = {
  id: string;
  label: string;
  /** Checks what was typed, where the schema would only report that it is not a date or a number. */
  check?: (value: unknown) => string | undefined;
  /** The value of an empty box; by default undefined. */
  empty?: unknown;
  /** The value in words, for the comparison of two versions. */
  show?: (value: unknown) => string;
};

export type FormKit = {
  id: string;
  errorOf: (name: string) => string | undefined;
  registerField: (name: string, facts: FieldFacts) => () => void;
  sending: boolean;
};

export const FormKitContext = createContext<FormKit | null>(null);

export function useFormKit() {
  const kit = useContext(FormKitContext);
  if (!kit) throw new Error("A field must be inside a Form");
  return kit;
}
