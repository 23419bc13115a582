"use client";

import { useCallback, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { type Difference, differences } from "./conflict";
import { inPageOrder } from "./field-errors";
import type { FieldFacts } from "./form-context";
import type { Conflict } from "./form-problem";

type Met = Conflict & { mine: FieldValues; differences: Difference[]; theirsIsIn: boolean };

/** Someone else saved first: holds both versions until one is chosen or a third, written from both, is saved. */
export function useConflict(form: UseFormReturn<FieldValues>, fields: ReadonlyMap<string, FieldFacts>) {
  const [open, setOpen] = useState<Met | null>(null);
  const { getValues, setValue } = form;

  const meet = useCallback(
    (conflict: Conflict) => {
      const mine = structuredClone(getValues());
      const shown = inPageOrder(fields).map(([name, { label, show }]) => ({ name, label, show }));
      // The person now sees their version, so the next save replaces that
      setValue("version", conflict.version);
      setOpen({ ...conflict, mine, differences: differences(mine, conflict.theirs, shown), theirsIsIn: false });
    },
    [getValues, setValue, fields],
  );

  const fill = (from: FieldValues, theirsIsIn: boolean) => {
    for (const { name } of open?.differences ?? []) setValue(name, from[name] ?? undefined);
    setOpen((met) => met && { ...met, theirsIsIn });
  };

  return {
    open,
    meet,
    useTheirs: () => {
      if (!open) return;
      // The boxes may have changed since sending: these are the values to put back
      setOpen({ ...open, mine: structuredClone(getValues()) });
      fill(open.theirs, true);
    },
    putMineBack: () => open && fill(open.mine, false),
    close: useCallback(() => setOpen(null), []),
  };
}
