import { sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { uploads } from "@/db/schema";
import type { UploadState } from "@/db/vocabulary";
import { NotFound } from "@/server/errors";
import type { ColumnsInput } from "@/server/imports/input";
import type { ReadAs } from "@/server/measures/load/read-as";
import type { RowProblem } from "@/server/measures/load/refused";
import type { Measure } from "@/server/measures/queries";
import type { Who } from "@/server/policy";
import type { Table } from "./table";

export type Answers = { columns: ColumnsInput; as: ReadAs | null };
/** What a check found: rows that can be saved, of those how many are there already, and how many differ from what is there. */
export type Found = { good: number; problemRows: number; already: number; different: number };
export type Upload = {
  id: string;
  measureId: string;
  fileName: string;
  state: UploadState;
  header: string[];
  noticed: Table["noticed"];
  rowCount: number;
  answers: Answers | null;
  doneRows: number;
  found: Found | null;
  correct: string | null;
  said: string[] | null;
  version: number;
  uploadedBy: string;
  uploadedAt: string;
};

const parts = sql`id, measure_id as "measureId", file_name as "fileName", state, header, noticed, row_count as "rowCount",
  answers, done_rows as "doneRows", found, correct, said, version, uploaded_by as "uploadedBy",
  uploaded_at::text as "uploadedAt"`;

type NewUpload = Table & Pick<Upload, "fileName">;

export async function saveUpload(tx: Transaction, who: Who, measure: Measure, { lines, ...upload }: NewUpload) {
  const [made] = await tx
    .insert(uploads)
    .values({
      ...upload,
      ...{ systemId: measure.systemId, measureId: measure.id, uploadedBy: who.id, rows: lines },
    })
    .returning({ id: uploads.id });
  if (!made) throw new Error("the upload was not kept");
  return made.id;
}

/** Every upload that was left lying for more than 7 days, whosever it is. */
export async function deleteOldUploads(tx: Transaction): Promise<void> {
  await tx.execute(sql`delete from uploads where uploaded_at < leeway_now() - interval '7 days'`);
}

/** An upload of one's own; anybody else's is not found. */
export async function findUpload(db: Db, who: Pick<Who, "accounts">, measureId: string, uploadId: string) {
  const { rows } = await db.execute<Upload>(sql`select ${parts} from uploads
    where id = ${uploadId}::uuid and measure_id = ${measureId}::uuid
      and uploaded_by = any (${sql.param(who.accounts)}::uuid[])`);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** Uploads that somebody began for a measure and has not finished. */
export async function listUnfinished(db: Db, who: Who, measureId: string): Promise<Upload[]> {
  const { rows } = await db.execute<Upload>(sql`select ${parts} from uploads
    where measure_id = ${measureId}::uuid and uploaded_by = any (${sql.param(who.accounts)}::uuid[])
      and state not in ('saved', 'called off') and uploaded_at > leeway_now() - interval '7 days'
    order by uploaded_at desc`);
  return rows;
}

/** The rows of an upload as the text they are kept in: see inBatches. */
export async function findLines(db: Db, uploadId: string): Promise<string> {
  const { rows } = await db.execute<{ rows: string }>(sql`select rows from uploads where id = ${uploadId}::uuid`);
  return rows[0]?.rows ?? "";
}

/** Letters of an upload's rows that are enough to show what it looks like. */
const A_GLANCE = 20_000;

/** The first rows as that text, as many as there are in its beginning. */
export async function findFirstLines(db: Db, uploadId: string): Promise<string> {
  const { rows } = await db.execute<{ first: string; whole: boolean }>(sql`
    select left(rows, ${A_GLANCE}) as first, length(rows) <= ${A_GLANCE} as whole from uploads where id = ${uploadId}::uuid`);
  const { first = "", whole = true } = rows[0] ?? {};
  return whole ? first : first.slice(0, first.lastIndexOf("\n") + 1);
}

/** What many rows have in common. */
export type Cause = { column: string | null; reason: string; rows: number };

/** The first problems, how many there are, and where there are more than those, what most of them come from. */
export async function findSomeProblems(db: Db, uploadId: string, most: number) {
  const { rows } = await db.execute<{ count: number; some: RowProblem[]; causes: Cause[] }>(sql`
    with every as materialized (
      select one, at from uploads, json_array_elements(problems::json) with ordinality o (one, at)
      where id = ${uploadId}::uuid)
    select (select count(*)::int from every) as count,
      (select coalesce(json_agg(one order by at), '[]') from every where at <= ${most}) as some,
      (select coalesce(json_agg(cause), '[]') from (
        select one->>'column' as "column", regexp_replace(
          regexp_replace(one->>'reason', '^Row \\d+', 'Another row'), '\\mrow \\d+', 'another row', 'g') as reason,
          count(distinct one->>'row')::int as rows
        from every where (select count(*) from every) > ${most}
        group by 1, 2 having count(*) > 1 order by 3 desc, 2 limit 5) cause) as causes`);
  return rows[0] ?? { count: 0, some: [], causes: [] };
}

export async function findProblems(db: Db, uploadId: string): Promise<RowProblem[]> {
  const { rows } = await db.execute<{ problems: string }>(
    sql`select problems from uploads where id = ${uploadId}::uuid`,
  );
  return JSON.parse(rows[0]?.problems ?? "[]");
}

type Change = Partial<Pick<Upload, "answers" | "found" | "correct" | "said" | "doneRows" | "noticed">> & {
  problems?: RowProblem[];
};

/**
 * Moves an upload on from a state that it must still be in, at the version that was read.
 * @returns whether it was: somebody may have called it off meanwhile
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

/** Says how far the work has come. @returns whether it is still wanted */
export async function saveProgress(db: Db, { id, version }: Pick<Upload, "id" | "version">, doneRows: number) {
  const { rows } = await db.execute(sql`
    update uploads set done_rows = ${doneRows} where id = ${id}::uuid and version = ${version} returning id`);
  return rows.length > 0;
}

/** A large file takes longer than a page may. */
export async function takeTime(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local statement_timeout = 0`);
  await tx.execute(sql`set local idle_in_transaction_session_timeout = '10min'`); // it thinks between its questions
}

/** Where to write to somebody; null for whoever is suspended or has no address. */
export async function findEmail(db: Db, personId: string): Promise<string | null> {
  const { rows } = await db.execute<{ email: string | null }>(
    sql`select email from people where id = ${personId}::uuid and suspended_at is null`,
  );
  return rows[0]?.email ?? null;
}
