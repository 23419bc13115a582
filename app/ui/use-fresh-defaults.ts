"use client";

import { useEffect, useRef } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { sameValue } from "./conflict";
import { stableJson } from "./sender";

/**
 * After a refresh of the page, puts its values into the boxes that nobody has changed since.
 * After one's own save this brings the new version number. Values that someone else saved while one types do not come in.
 */
export function useFreshDefaults({ getValues, reset, setValue }: UseFormReturn<FieldValues>, defaults?: FieldValues) {
  /** What the boxes held when they last equalled the saved values. */
  const lastSaved = useRef<FieldValues | null>(null);
  const ownSave = useRef(false);
  const latest = useRef(defaults);
  latest.current = defaults;
  const json = stableJson(defaults ?? {});

  // biome-ignore lint/correctness/useExhaustiveDependencies: depends on the values, not the object, which is new at each render
  useEffect(() => {
    const current = latest.current ?? {};
    const before = lastSaved.current;
    const untouched = (name: string) => sameValue(getValues(name), before?.[name]);
    if (!before || Object.keys({ ...before, ...getValues() }).every(untouched)) {
      if (before) reset(current);
      lastSaved.current = structuredClone(getValues());
    } else if (ownSave.current) {
      const updated = Object.keys(current).filter(untouched);
      for (const name of updated) setValue(name, current[name]);
      lastSaved.current = { ...before, ...Object.fromEntries(updated.map((name) => [name, current[name]])) };
    }
    ownSave.current = false;
  }, [json]);

  return {
    saved: (typed: FieldValues) => {
      lastSaved.current = typed;
      ownSave.current = true;
    },
  };
}
