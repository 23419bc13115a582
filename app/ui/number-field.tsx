"use client";

import { useFormContext } from "react-hook-form";
import { InputBox, type InputWidth } from "./input-box";
import { problemWithNumber, typedNumber } from "./typed-number";
import { type FieldProps, useField } from "./use-field";

type NumberFieldProps = FieldProps & { width?: InputWidth; prefix?: string; suffix?: string };

/** Its value is a number, or undefined when empty. Not type="number", because scrolling and arrow keys change those by accident. */
export function NumberField({ width = 5, prefix, suffix, ...field }: NumberFieldProps) {
  const { register } = useFormContext();
  const state = useField(field, { check: problemWithNumber });
  return (
    <InputBox
      field={field}
      state={state}
      registered={register(field.name, { setValueAs: typedNumber })}
      inputMode="decimal"
      autoComplete="off"
      width={width}
      prefix={prefix}
      suffix={suffix}
    />
  );
}
