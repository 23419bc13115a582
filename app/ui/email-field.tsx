"use client";

import { useFormContext } from "react-hook-form";
import { InputBox } from "./input-box";
import { type FieldProps, useField } from "./use-field";

export function EmailField(field: FieldProps) {
  const { register } = useFormContext();
  const state = useField(field, { empty: "" });
  // Pasting and phone keyboards add spaces
  const registered = register(field.name, {
    setValueAs: (typed) => (typeof typed === "string" ? typed.trim() : typed),
  });
  return (
    <InputBox
      field={field}
      state={state}
      registered={registered}
      type="email"
      inputMode="email"
      autoComplete="email"
      spellCheck={false}
    />
  );
}
