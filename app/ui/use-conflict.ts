"use client";

import { useCallback, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { type Difference, differences } from "./conflict";
import { inPageOrder } from "./field-errors";
import type { FieldFacts } from "./form-context";
import type { Conflict } from "./form-problem";

type ShownConflict = Conflict & { mine: FieldValues; differences: Difference[]; theirsIsIn: boolean };

/** Someone else saved first: holds both versions until one is chosen or a third, written from both, is saved. */
export function useConflict(form: UseFormReturn<FieldValues>, fields: ReadonlyMap<string, FieldFacts>) {
  const [shown, setShown] = useState<ShownConflict | null>(null);
  const { getValues, setValue } = form;

  const open = useCallback(
    (conflict: Conflict) => {
      const mine = structuredClone(getValues());
      const shownFields = inPageOrder(fields).map(([name, { label, show }]) => ({ name, label, show }));
      // The person now sees their version, so the next save replaces that
      setValue("version", conflict.version);
      setShown({ ...conflict, mine, differences: differences(mine, conflict.theirs, shownFields), theirsIsIn: false });
    },
    [getValues, setValue, fields],
  );

  const fillIn = (from: FieldValues, theirsIsIn: boolean) => {
    for (const { name } of shown?.differences ?? []) setValue(name, from[name] ?? undefined);
    setShown((previous) => previous && { ...previous, theirsIsIn });
  };

  return {
    shown,
    open,
    useTheirs: () => {
      if (!shown) return;
      // The boxes may have changed since sending: these are the values to put back
      setShown({ ...shown, mine: structuredClone(getValues()) });
      fillIn(shown.theirs, true);
    },
    putMineBack: () => shown && fillIn(shown.mine, false),
    close: useCallback(() => setShown(null), []),
  };
}
