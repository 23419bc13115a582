"use client";

import { createContext, useContext } from "react";

/** What a form needs to know of each of its fields: where it is, what it is called, how its value is said and read. */
export type FieldFacts = {
  id: string;
  label: string;
  /** Says what is wrong with what was typed, where the schema would only know that it is not a date or a number. */
  check?: (value: unknown) => string | undefined;
  /** What the schema gets for an empty box; nothing at all when this is left out. */
  empty?: unknown;
  /** The value in words, for two versions side by side. */
  show?: (value: unknown) => string;
};

export type FormKit = {
  id: string;
  problemWith: (name: string) => string | undefined;
  enrol: (name: string, facts: FieldFacts) => () => void;
  sending: boolean;
};

export const FormKitContext = createContext<FormKit | null>(null);

export function useFormKit() {
  const kit = useContext(FormKitContext);
  if (!kit) throw new Error("A field stands outside a Form");
  return kit;
}
