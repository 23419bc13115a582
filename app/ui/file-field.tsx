"use client";

import { useController } from "react-hook-form";
import { FieldFrame } from "./field-frame";
import { type FieldProps, useField } from "./use-field";

/** A chosen file: its name, its size in bytes and, once read, its content in base64. */
export type ChosenFile = { name: string; size: number; content: string };

/** Its value is the file as text that can be sent. A file larger than `mostBytes` is not read; the schema reports it. */
export function FileField({ accept, maxBytes, ...field }: FieldProps & { accept: string; maxBytes: number }) {
  const { field: chosen } = useController({ name: field.name });
  const state = useField(field);
  const read = async (file: File | undefined) => {
    if (!file) return chosen.onChange(undefined);
    const { name, size } = file;
    chosen.onChange({ name, size, content: size > maxBytes ? "" : await inBase64(file) });
  };
  return (
    <FieldFrame {...field} {...state}>
      <input
        id={state.id}
        type="file"
        accept={accept}
        onChange={(event) => void read(event.target.files?.[0])}
        className={`nhsuk-input h-auto py-2${state.error ? " nhsuk-input--error" : ""}`}
        aria-describedby={state.describedBy}
        aria-invalid={state.error ? true : undefined}
      />
    </FieldFrame>
  );
}

function inBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
