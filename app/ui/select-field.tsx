"use client";

import { get, useFormContext } from "react-hook-form";
import { type Choice, labelOf } from "./choice";
import { FieldFrame } from "./field-frame";
import { type FieldProps, useField } from "./use-field";

/** For long lists only; up to 7 choices are quicker to read as radios. Its value is undefined while nothing is chosen. */
export function SelectField({ choices, ...field }: FieldProps & { choices: readonly Choice<string>[] }) {
  const { register, formState } = useFormContext();
  const state = useField(field, { show: (value) => labelOf(choices, value) });
  return (
    <FieldFrame {...field} {...state}>
      <select
        {...register(field.name, { setValueAs: (value) => value || undefined })}
        defaultValue={get(formState.defaultValues, field.name) ?? ""}
        id={state.id}
        className={`nhsuk-select max-w-full${state.error ? " nhsuk-select--error" : ""}`}
        aria-describedby={state.describedBy}
        aria-invalid={state.error ? true : undefined}
      >
        <option value="">{field.optional ? "None" : "Choose one"}</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
