import type { Transaction } from "@/db/client";
import { type Part, partInWords, samePart } from "@/server/measures/part";
import type { Measure } from "@/server/measures/queries";
import type { LoadOptions } from "./options";
import { listStored } from "./queries";
import type { RowProblem } from "./refused";
import type { LoadedPart } from "./rows";

const isHidden = "There is a result already, hidden because it is small. Ask somebody who works there to change it.";

export type StoredFigure = Omit<LoadedPart, "row"> & { revision: number; reason?: string };

type Options = Pick<LoadOptions, "correct"> & {
  /** Whether the person may see a stored figure; absent for the command line, which may see all. */
  sees?: (organisationId: string, part: Part) => boolean;
};

/**
 * Sorts parts into new, equal to the stored figure, and different from it: corrections if `correct` gives a reason, else
 * problems. Where the person may not see the stored figure, all values give the same answer, so that it cannot be guessed.
 */
export async function compareWithStored(
  tx: Transaction,
  measure: Measure,
  parts: LoadedPart[],
  { correct, sees }: Options,
) {
  const stored = await listStored(tx, measure.id, parts);
  const fresh: StoredFigure[] = [];
  const corrected: StoredFigure[] = [];
  const different: RowProblem[] = [];
  const hidden: RowProblem[] = [];
  let already = 0;
  for (const { row, ...part } of parts) {
    const current = stored.get(`${part.organisationId} ${part.periodOn}`);
    if (!current || current.undone) fresh.push({ ...part, revision: (current?.revision ?? 0) + 1 });
    else if (sees && !sees(part.organisationId, current)) hidden.push({ row, column: null, reason: isHidden });
    else if (samePart(current, part)) already += 1;
    else if (correct) corrected.push({ ...part, revision: current.revision + 1, reason: correct });
    else {
      const reason = `There is ${partInWords(current, measure)} already, and the file says ${partInWords(part, measure)}. To replace it: --correct "<why>".`;
      different.push({ row, column: null, reason });
    }
  }
  return { fresh, corrected, already, different, hidden };
}
