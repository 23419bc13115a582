import type { Transaction } from "@/db/client";
import { partInWords, samePart } from "@/server/measures/part";
import type { Measure } from "@/server/measures/queries";
import type { LoadOptions } from "./options";
import { listKept } from "./queries";
import type { RowProblem } from "./refused";
import type { LoadedPart } from "./rows";

export type Kept = Omit<LoadedPart, "row"> & { revision: number; reason: string };

/** What is new, what is there already, and what differs from what is there: replaced where there is a reason, else named. */
export async function compared(
  tx: Transaction,
  measure: Measure,
  parts: LoadedPart[],
  { correct }: Pick<LoadOptions, "correct">,
) {
  const kept = await listKept(tx, measure.id, parts);
  const fresh: Kept[] = [];
  const corrected: Kept[] = [];
  const different: RowProblem[] = [];
  let already = 0;
  for (const { row, ...part } of parts) {
    const there = kept.get(`${part.organisationId} ${part.periodOn}`);
    if (!there || there.undone) fresh.push({ ...part, revision: (there?.revision ?? 0) + 1, reason: "" });
    else if (samePart(there, part)) already += 1;
    else if (correct) corrected.push({ ...part, revision: there.revision + 1, reason: correct });
    else {
      const reason = `There is ${partInWords(there, measure)} already, and the file says ${partInWords(part, measure)}. To replace it: --correct "<why>".`;
      different.push({ row, column: null, reason });
    }
  }
  return { fresh, corrected, already, different };
}
