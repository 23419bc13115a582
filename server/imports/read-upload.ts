import { type PartsRead, partReader } from "@/server/measures/load/rows";
import type { Measure } from "@/server/measures/queries";
import { mayLogFor } from "@/server/measures/reach";
import type { Who } from "@/server/who";
import { asColumns } from "./columns";
import type { Upload } from "./queries";
import { inBatches } from "./stored-rows";

type Reading = { upload: Upload; lines: string; measure: Measure; who: Who };
/** The result of reading one batch: number of rows, parts and problems. */
export type BatchRead = PartsRead & { rows: number };

/** Reads an upload in batches: each row becomes a part or at least one problem. */
export function* readUpload({ upload, lines, measure, who }: Reading): Generator<BatchRead> {
  const { columns: chosen, as } = upload.answers ?? {};
  if (!chosen) throw new Error("the columns of an upload were never chosen");
  const { columns, only } = asColumns(chosen, upload.header, measure);
  const allowed = new Set(mayLogFor(who, measure));
  const contributors = only
    ? measure.contributors.filter(({ organisationId }) => organisationId === only && allowed.has(only))
    : measure.contributors;
  const notAllowed = "You cannot log for this organisation any more. Ask somebody who works there.";
  const read = partReader(columns, { ...measure, contributors, mayLogFor: allowed }, as ?? {});
  for (const rows of inBatches(lines)) {
    const whole = rows.filter(({ broken }) => !broken);
    const result =
      contributors.length > 0
        ? read(whole)
        : { parts: [], problems: whole.map(({ row }) => ({ row, column: null, reason: notAllowed })) };
    const broken = rows.flatMap(({ row, broken }) => (broken ?? []).map((why) => ({ row, ...why })));
    yield { rows: rows.length, parts: result.parts, problems: [...broken, ...result.problems] };
  }
}
