import { type SQL, sql } from "drizzle-orm";
import { PgTransaction } from "drizzle-orm/pg-core";
import type { Db, Transaction } from "./client";

type Row = Record<string, unknown>;
type Waiting = { query: SQL; resolve: (rows: Row[]) => void; reject: (error: unknown) => void };
type Reads = {
  waiting: Waiting[];
  sending: boolean;
  /** The transaction has ended: its connection may be somebody else's by now. */
  over: boolean;
  answers: Map<string, Promise<Row[]>> | null;
};

const readsOf = new WeakMap<Db, Reads>();

/** From now on each query is sent once in this transaction: for one that can change nothing. */
export function keepAnswers(tx: Transaction): void {
  readsOf.set(tx, { waiting: [], sending: false, over: false, answers: new Map() });
}

/** Whatever was begun and is not sent yet fails: nobody waits for it any more. */
export function stopSending(tx: Transaction): void {
  const reads = readsOf.get(tx);
  if (reads) reads.over = true;
}

/** After a change to what this transaction may see: the same query has another answer. */
export function forgetAnswers(tx: Transaction): void {
  readsOf.get(tx)?.answers?.clear();
}

/**
 * The rows of a query. Within a transaction, queries that wait at the same time go as one statement: what a statement costs
 * by itself, here and in the database, is more than most of our reads cost.
 */
export async function send(db: Db, query: SQL): Promise<Row[]> {
  const reads = readsOf.get(db) ?? { waiting: [], sending: false, over: false, answers: null };
  if (reads.answers === null && !(db instanceof PgTransaction)) return (await db.execute(query)).rows;
  readsOf.set(db, reads);
  const ask = () => {
    const answer = new Promise<Row[]>((resolve, reject) => reads.waiting.push({ query, resolve, reject }));
    if (!reads.sending) void sendAll(db, reads);
    return answer;
  };
  if (reads.answers === null) return ask();
  const { sql: text, params } = db.execute(query).getQuery();
  const key = JSON.stringify([text, params]);
  const answer = reads.answers.get(key) ?? ask();
  reads.answers.set(key, answer);
  return answer;
}

async function sendAll(db: Db, reads: Reads): Promise<void> {
  reads.sending = true;
  // Whoever can go on by now does so first, and its queries join these
  for (await turn(); reads.waiting.length > 0; await turn()) {
    const now = reads.waiting.splice(0);
    try {
      if (reads.over) throw new Error("A query after the end of its transaction");
      const answers = await sendAsOne(
        db,
        now.map(({ query }) => query),
      );
      for (const [at, { resolve }] of now.entries()) resolve(answers[at] ?? []);
    } catch (error) {
      for (const { reject } of now) reject(error);
    }
  }
  reads.sending = false;
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function sendAsOne(db: Db, queries: SQL[]): Promise<Row[][]> {
  const [alone] = queries;
  if (alone && queries.length === 1) return [(await db.execute(alone)).rows];
  const columns = queries.map((query) => sql`(select coalesce(json_agg(it), '[]') from (${query}) it)`);
  const { rows } = await db.execute(sql`select json_build_array(${sql.join(columns, sql`, `)}) as answers`);
  return rows[0]?.answers as Row[][];
}
