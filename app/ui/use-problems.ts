"use client";

import { useCallback, useEffect, useState } from "react";
import type { SummaryLine } from "./error-summary";
import { assignToFields, summaryLines } from "./field-errors";
import type { FieldFacts } from "./form-context";
import { type Conflict, readProblem } from "./form-problem";

type ShownProblems = { lines: SummaryLine[]; byField: Record<string, string> };
const noProblems: ShownProblems = { lines: [], byField: {} };

/** The current errors, from the schema or the server, for the summary and for each field. */
export function useProblems(
  problem: unknown,
  fields: ReadonlyMap<string, FieldFacts>,
  onConflict: (conflict: Conflict) => void,
) {
  const [shown, setShown] = useState(noProblems);

  const show = useCallback(
    (sentences: readonly string[], sentencesByName: Record<string, string>) => {
      const byField = assignToFields(sentencesByName, fields);
      setShown({ byField, lines: summaryLines(sentences, byField, fields) });
    },
    [fields],
  );

  // Only a new problem is shown: the old one stays in the mutation after validation found something else
  useEffect(() => {
    const read = readProblem(problem);
    if (!read) return;
    if (read.conflict) onConflict(read.conflict);
    else show(read.sentences, read.fields);
  }, [problem, show, onConflict]);

  return { ...shown, show, clear: useCallback(() => setShown(noProblems), []) };
}
