"use client";

import { useCallback, useEffect, useState } from "react";
import type { SummaryLine } from "./error-summary";
import { besideKnownFields, summaryLines } from "./field-errors";
import type { FieldFacts } from "./form-context";
import { type Conflict, readProblem } from "./form-problem";

type Told = { lines: SummaryLine[]; byField: Record<string, string> };
const nothing: Told = { lines: [], byField: {} };

/** The current errors, from the schema or the server, for the summary and for each field. */
export function useProblems(
  problem: unknown,
  fields: ReadonlyMap<string, FieldFacts>,
  onConflict: (conflict: Conflict) => void,
) {
  const [told, setTold] = useState(nothing);

  const tell = useCallback(
    (sentences: readonly string[], sentencesByName: Record<string, string>) => {
      const byField = besideKnownFields(sentencesByName, fields);
      setTold({ byField, lines: summaryLines(sentences, byField, fields) });
    },
    [fields],
  );

  // Only a new problem is shown: the old one stays in the mutation after validation found something else
  useEffect(() => {
    const read = readProblem(problem);
    if (!read) return;
    if (read.conflict) onConflict(read.conflict);
    else tell(read.sentences, read.fields);
  }, [problem, tell, onConflict]);

  return { ...told, tell, clear: useCallback(() => setTold(nothing), []) };
}
