"use client";

import { useEffect } from "react";
import { useController, useFormContext } from "react-hook-form";

/** A value that is sent without being typed. It keeps its type: a number stays a number. */
export function HiddenField({ name, value }: { name: string; value: unknown }) {
  useController({ name, defaultValue: value });
  const { setValue } = useFormContext();
  useEffect(() => setValue(name, value), [name, value, setValue]);
  return null;
}
