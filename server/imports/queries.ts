import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { asRows, read } from "@/db/rows";
import { uploads } from "@/db/schema";
import { instant } from "@/db/shapes";
import { type UploadState, uploadStates } from "@/db/vocabulary";
import { NotFound } from "@/server/errors";
import { readAs } from "@/server/measures/load/read-as";
import type { RowProblem } from "@/server/measures/load/refused";
import type { Measure } from "@/server/measures/queries";
import type { Who } from "@/server/who";
import type { Table } from "./table";

const answersShape = z.strictObject({
  columns: z.strictObject({
    periodColumn: z.string(),
    contributorColumn: z.string(),
    valueColumn: z.string(),
    numeratorColumn: z.string(),
    lessColumn: z.string(),
    denominatorColumn: z.string(),
  }),
  as: readAs.nullable(),
});
export type Answers = z.infer<typeof answersShape>;
/** Row counts of a check: savable rows, rows with problems, rows equal to a stored result, rows different from one. */
const foundShape = z.strictObject({
  good: z.number(),
  problemRows: z.number(),
  already: z.number(),
  different: z.number(),
});
export type Found = z.infer<typeof foundShape>;
const questionShape = z.strictObject({
  name: readAs.keyof(),
  ask: z.string(),
  choices: z.array(z.strictObject({ value: z.string(), label: z.string() })),
});
const uploadRow = z.strictObject({
  id: z.uuid(),
  measureId: z.uuid(),
  fileName: z.string(),
  state: z.enum(uploadStates),
  header: z.array(z.string()),
  noticed: z.strictObject({
    sentences: z.array(z.string()),
    questions: z.strictObject({ of: z.string(), questions: z.array(questionShape) }).nullable(),
  }),
  rowCount: z.number(),
  answers: answersShape.nullable(),
  doneRows: z.number(),
  found: foundShape.nullable(),
  correct: z.string().nullable(),
  said: z.array(z.string()).nullable(),
  version: z.number(),
  uploadedBy: z.uuid(),
  uploadedAt: instant,
});
export type Upload = z.infer<typeof uploadRow>;

const parts = sql`id, measure_id as "measureId", file_name as "fileName", state, header, noticed, row_count as "rowCount",
  answers, done_rows as "doneRows", found, correct, said, version, uploaded_by as "uploadedBy",
  uploaded_at::text as "uploadedAt"`;

type NewUpload = Table & Pick<Upload, "fileName">;

export async function saveUpload(tx: Transaction, who: Who, measure: Measure, { lines, ...upload }: NewUpload) {
  const [saved] = await tx
    .insert(uploads)
    .values({
      ...upload,
      ...{ systemId: measure.systemId, measureId: measure.id, uploadedBy: who.id, rows: lines },
    })
    .returning({ id: uploads.id });
  if (!saved) throw new Error("the upload was not saved");
  return saved.id;
}

/** Deletes every upload older than 7 days. */
export async function deleteOldUploads(tx: Transaction): Promise<void> {
  await tx.execute(sql`delete from uploads where uploaded_at < leeway_now() - interval '7 days'`);
}

/** Finds one's own upload. @throws {NotFound} also for anybody else's */
export async function findUpload(db: Db, who: Pick<Who, "accounts">, measureId: string, uploadId: string) {
  const upload = await read(db, uploadRow).row(sql`select ${parts} from uploads
    where id = ${uploadId}::uuid and measure_id = ${measureId}::uuid
      and uploaded_by = any (${sql.param(who.accounts)}::uuid[])`);
  if (!upload) throw new NotFound();
  return upload;
}

/** A person's unfinished uploads for a measure. */
export async function listUnfinished(db: Db, who: Who, measureId: string): Promise<Upload[]> {
  return read(db, uploadRow).rows(sql`select ${parts} from uploads
    where measure_id = ${measureId}::uuid and uploaded_by = any (${sql.param(who.accounts)}::uuid[])
      and state not in ('saved', 'called off') and uploaded_at > leeway_now() - interval '7 days'
    order by uploaded_at desc`);
}

/** The rows of an upload as stored text: see inBatches. */
export async function findLines(db: Db, uploadId: string): Promise<string> {
  const [upload] = await db.select({ rows: uploads.rows }).from(uploads).where(eq(uploads.id, uploadId));
  return upload?.rows ?? "";
}

/** Characters of the stored rows that are read for a preview. */
const PREVIEW_LENGTH = 20_000;

const firstLinesRow = z.strictObject({ first: z.string(), whole: z.boolean() });

/** The whole rows within the first PREVIEW_LENGTH characters. */
export async function findFirstLines(db: Db, uploadId: string): Promise<string> {
  const found = await read(db, firstLinesRow).row(sql`
    select left(rows, ${PREVIEW_LENGTH}) as first, length(rows) <= ${PREVIEW_LENGTH} as whole from uploads where id = ${uploadId}::uuid`);
  const { first = "", whole = true } = found ?? {};
  return whole ? first : first.slice(0, first.lastIndexOf("\n") + 1);
}

const problemShape = z.strictObject({ row: z.number(), column: z.string().nullable(), reason: z.string() });
/** A problem that several rows share. */
const causeShape = z.strictObject({ column: z.string().nullable(), reason: z.string(), rows: z.number() });
export type Cause = z.infer<typeof causeShape>;
const someProblemsRow = z.strictObject({
  count: z.number(),
  some: z.array(problemShape),
  causes: z.array(causeShape),
});

/** The first `max` problems, the total, and the most common causes when there are more. */
export async function findSomeProblems(db: Db, uploadId: string, max: number) {
  const found = await read(db, someProblemsRow).row(sql`
    with every as materialized (
      select one, at from uploads, json_array_elements(problems::json) with ordinality o (one, at)
      where id = ${uploadId}::uuid)
    select (select count(*)::int from every) as count,
      (select coalesce(json_agg(one order by at), '[]') from every where at <= ${max}) as some,
      (select coalesce(json_agg(cause), '[]') from (
        select one->>'column' as "column", regexp_replace(
          regexp_replace(one->>'reason', '^Row \\d+', 'Another row'), '\\mrow \\d+', 'another row', 'g') as reason,
          count(distinct one->>'row')::int as rows
        from every where (select count(*) from every) > ${max}
        group by 1, 2 having count(*) > 1 order by 3 desc, 2 limit 5) cause) as causes`);
  return found ?? { count: 0, some: [], causes: [] };
}

export async function findProblems(db: Db, uploadId: string): Promise<RowProblem[]> {
  const [upload] = await db.select({ problems: uploads.problems }).from(uploads).where(eq(uploads.id, uploadId));
  return asRows(problemShape, JSON.parse(upload?.problems ?? "[]"));
}

type Change = Partial<Pick<Upload, "answers" | "found" | "correct" | "said" | "doneRows" | "noticed">> & {
  problems?: RowProblem[];
};

/**
 * Changes an upload's state, if it is still in one of the `from` states and at the version read.
 * @returns whether it changed: somebody may have called it off meanwhile
 */
export async function moveOn(
  tx: Db,
  { id, version }: Pick<Upload, "id" | "version">,
  from: readonly UploadState[],
  to: UploadState,
  { problems, ...change }: Change = {},
): Promise<boolean> {
  const over = to === "saved" || to === "called off";
  const moved = await tx
    .update(uploads)
    .set({
      ...change,
      ...(problems && { problems: JSON.stringify(problems) }),
      ...(over && { rows: "", ...(to === "called off" && { problems: "[]" }) }),
      ...{ state: to, version: sql`${uploads.version} + 1` },
    })
    .where(
      sql`${uploads.id} = ${id}::uuid and ${uploads.version} = ${version} and ${uploads.state} = any (${sql.param([...from])}::text[])`,
    )
    .returning({ id: uploads.id });
  return moved.length > 0;
}

/** Stores the progress. @returns false when the upload has moved on, so the work should stop */
export async function saveProgress(db: Db, { id, version }: Pick<Upload, "id" | "version">, doneRows: number) {
  const { rows } = await db.execute(sql`
    update uploads set done_rows = ${doneRows} where id = ${id}::uuid and version = ${version} returning id`);
  return rows.length > 0;
}

/** Lifts the timeouts of page requests for the transaction. */
export async function liftTimeouts(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local statement_timeout = 0`);
  await tx.execute(sql`set local idle_in_transaction_session_timeout = '10min'`); // it computes between queries
}
