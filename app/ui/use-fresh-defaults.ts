"use client";

import { useEffect, useRef } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { same } from "./conflict";
import { stable } from "./sender";

/**
 * After a refresh of the page, puts its values into the boxes that nobody has changed since.
 * After one's own save this brings the new version number. Values that someone else saved while one types do not come in.
 */
export function useFreshDefaults({ getValues, reset, setValue }: UseFormReturn<FieldValues>, defaults?: FieldValues) {
  /** What the boxes held when they last equalled the saved values. */
  const kept = useRef<FieldValues | null>(null);
  const ownSave = useRef(false);
  const latest = useRef(defaults);
  latest.current = defaults;
  const written = stable(defaults ?? {});

  // biome-ignore lint/correctness/useExhaustiveDependencies: depends on the values, not the object, which is new at each render
  useEffect(() => {
    const now = latest.current ?? {};
    const before = kept.current;
    const untouched = (name: string) => same(getValues(name), before?.[name]);
    if (!before || Object.keys({ ...before, ...getValues() }).every(untouched)) {
      if (before) reset(now);
      kept.current = structuredClone(getValues());
    } else if (ownSave.current) {
      const taken = Object.keys(now).filter(untouched);
      for (const name of taken) setValue(name, now[name]);
      kept.current = { ...before, ...Object.fromEntries(taken.map((name) => [name, now[name]])) };
    }
    ownSave.current = false;
  }, [written]);

  return {
    saved: (typed: FieldValues) => {
      kept.current = typed;
      ownSave.current = true;
    },
  };
}
