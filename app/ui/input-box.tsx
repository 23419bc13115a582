"use client";

import { get, type UseFormRegisterReturn, useFormContext } from "react-hook-form";
import { FieldFrame } from "./field-frame";
import type { FieldProps, useField } from "./use-field";

export type InputWidth = 2 | 3 | 4 | 5 | 10 | 20;

type InputBoxProps = {
  field: FieldProps;
  state: ReturnType<typeof useField>;
  registered: UseFormRegisterReturn;
  type?: "text" | "email";
  inputMode?: "text" | "decimal" | "numeric" | "email";
  autoComplete?: string;
  spellCheck?: boolean;
  width?: InputWidth;
  prefix?: string;
  suffix?: string;
};

/** A one-line input with its label, shared by text, number and e-mail fields. */
export function InputBox({ field, state, registered, width, prefix, suffix, ...input }: InputBoxProps) {
  const { formState } = useFormContext();
  const first: string | number | undefined = get(formState.defaultValues, field.name);
  const box = (
    <input
      {...registered}
      {...input}
      type={input.type ?? "text"}
      // Rendered on the server too, so that a slow phone shows the value before scripts have loaded
      defaultValue={first}
      id={state.id}
      dir="auto"
      className={["nhsuk-input", width && `nhsuk-input--width-${width}`, state.error && "nhsuk-input--error"]
        .filter(Boolean)
        .join(" ")}
      aria-describedby={state.describedBy}
      aria-invalid={state.error ? true : undefined}
    />
  );
  return (
    <FieldFrame {...field} {...state}>
      {prefix || suffix ? (
        <div className="nhsuk-input-wrapper">
          {prefix && (
            <div className="nhsuk-input__prefix" aria-hidden="true">
              {prefix}
            </div>
          )}
          {box}
          {suffix && (
            <div className="nhsuk-input__suffix" aria-hidden="true">
              {suffix}
            </div>
          )}
        </div>
      ) : (
        box
      )}
    </FieldFrame>
  );
}
