import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "./client";
import { read } from "./rows";

type Question = { query: SQL; answer(rows: unknown[]): void; fail(error: unknown): void };
const answersRow = z.strictObject({ answers: z.array(z.array(z.unknown())) });

/**
 * Sends the queries that `work` begins with as one statement, each as one list of it, and `work`'s later ones by themselves:
 *
 *     const { risks, dips } = await together(db, (one) => inParallel({ risks: listRisks(one, id), dips: listDips(one, id) }));
 *
 * For queries by `read` (db/rows.ts), whose rows pass through JSON here; a shape that does not survive it fails a test.
 */
export async function together<Result>(db: Db, work: (one: Db) => Promise<Result>): Promise<Result> {
  const questions: Question[] = [];
  let collects = true;
  const execute = (query: SQL) =>
    collects
      ? new Promise((resolve, reject) => {
          questions.push({ query, answer: (rows) => resolve({ rows }), fail: reject });
        })
      : db.execute(query);
  const result = work(Object.create(db, { execute: { value: execute } }));
  collects = false;
  const [done] = await Promise.all([result, ask(db, questions)]);
  return done;
}

async function ask(db: Db, questions: Question[]): Promise<void> {
  if (questions.length === 0) return;
  const lists = questions.map(({ query }) => sql`(select coalesce(json_agg(q), '[]') from (${query}) q)`);
  try {
    const row = await read(db, answersRow).row(sql`select json_build_array(${sql.join(lists, sql`, `)}) as answers`);
    for (const [index, { answer }] of questions.entries()) answer(row?.answers[index] ?? []);
  } catch (error) {
    for (const { fail } of questions) fail(error);
  }
}

/** Waits for several answers under their names. */
export async function inParallel<Parts extends Record<string, Promise<unknown>>>(
  parts: Parts,
): Promise<{ [Name in keyof Parts]: Awaited<Parts[Name]> }> {
  const entries = Object.entries(parts).map(async ([name, part]) => [name, await part]);
  return Object.fromEntries(await Promise.all(entries));
}
