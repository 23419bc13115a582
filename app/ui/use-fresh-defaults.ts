"use client";

import { useEffect, useRef } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { same } from "./conflict";
import { stable } from "./sender";

/**
 * When the page has read itself again, its values go into the boxes that nobody has typed in since.
 * After one's own save the new version number comes that way; what someone else saved while one is typing does not.
 */
export function useFreshDefaults({ getValues, reset, setValue }: UseFormReturn<FieldValues>, defaults?: FieldValues) {
  /** What the boxes held when they were last the same as what is kept. */
  const kept = useRef<FieldValues | null>(null);
  const ownSave = useRef(false);
  const latest = useRef(defaults);
  latest.current = defaults;
  const written = stable(defaults ?? {});

  // biome-ignore lint/correctness/useExhaustiveDependencies: the values count, not the object, which is new at each render
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
