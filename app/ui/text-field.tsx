"use client";

import { useFormContext } from "react-hook-form";
import { InputBox, type InputWidth } from "./input-box";
import { type FieldProps, useField } from "./use-field";

type TextFieldProps = FieldProps & { autoComplete?: string; spellCheck?: boolean; width?: InputWidth };

export function TextField({ autoComplete, spellCheck, width, ...field }: TextFieldProps) {
  const { register } = useFormContext();
  const state = useField(field, { empty: "" });
  return (
    <InputBox
      field={field}
      state={state}
      registered={register(field.name)}
      autoComplete={autoComplete}
      spellCheck={spellCheck}
      width={width}
    />
  );
}
