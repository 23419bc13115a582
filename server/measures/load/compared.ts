import type { Transaction } from "@/db/client";
import { type Part, partInWords, samePart } from "@/server/measures/part";
import type { Measure } from "@/server/measures/queries";
import type { LoadOptions } from "./options";
import { listStored } from "./queries";
import type { RowProblem } from "./refused";
import type { LoadedPart } from "./rows";

const isHidden = "There is a result already, hidden because it is small. Ask somebody who works there to change it.";

export type StoredFigure = Omit<LoadedPart, "row"> & { revision: number; reason?: string };

type Terms = Pick<LoadOptions, "correct"> & {
  /** Whether the person may see a figure that is there; whoever holds the database may see all. */
  sees?: (organisationId: string, part: Part) => boolean;
};

/**
 * What is new, what is there already, and what differs from what is there: replaced where there is a reason, else named.
 * Of a figure that the person may not see they learn nothing, or they could try one number after another until it is the same.
 */
export async function compared(tx: Transaction, measure: Measure, parts: LoadedPart[], { correct, sees }: Terms) {
  const kept = await listStored(tx, measure.id, parts);
  const fresh: StoredFigure[] = [];
  const corrected: StoredFigure[] = [];
  const different: RowProblem[] = [];
  const hidden: RowProblem[] = [];
  let already = 0;
  for (const { row, ...part } of parts) {
    const there = kept.get(`${part.organisationId} ${part.periodOn}`);
    if (!there || there.undone) fresh.push({ ...part, revision: (there?.revision ?? 0) + 1 });
    else if (sees && !sees(part.organisationId, there)) hidden.push({ row, column: null, reason: isHidden });
    else if (samePart(there, part)) already += 1;
    else if (correct) corrected.push({ ...part, revision: there.revision + 1, reason: correct });
    else {
      const reason = `There is ${partInWords(there, measure)} already, and the file says ${partInWords(part, measure)}. To replace it: --correct "<why>".`;
      different.push({ row, column: null, reason });
    }
  }
  return { fresh, corrected, already, different, hidden };
}
