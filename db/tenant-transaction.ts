import { sql } from "drizzle-orm";
import type { connect, Transaction } from "./client";

/** For tests: the instant that counts as now until the transaction ends. */
export type TransactionOptions = { at?: string };

const setClock = (at: string) => sql`set_config('leeway.now', ${at}, true)`;

/**
 * The only way to a system's rows: a transaction in which row-level security shows only the rows of this person's systems,
 * whatever the queries ask for.
 */
export function asPerson<Result>(
  database: ReturnType<typeof connect>,
  personId: string,
  work: (tx: Transaction) => Promise<Result>,
  { at }: TransactionOptions = {},
): Promise<Result> {
  return database.transaction(async (tx) => {
    if (at) await tx.execute(sql`select ${setClock(at)}`);
    await tx.execute(
      sql`select set_config('leeway.systems', systems_of(${personId}::uuid)::text, true), set_config('role', 'leeway_app', true)`,
    );
    return work(tx);
  });
}

/**
 * A transaction as the tables' owner, without row-level security: for what belongs to no system (an account, a session) and
 * for administration. Its queries must limit themselves to the person's own rows or those they administer.
 */
export function asOwner<Result>(
  database: ReturnType<typeof connect>,
  _personId: string,
  work: (tx: Transaction) => Promise<Result>,
  { at }: TransactionOptions = {},
): Promise<Result> {
  return database.transaction(async (tx) => {
    if (at) await tx.execute(sql`select ${setClock(at)}`);
    return work(tx);
  });
}

/**
 * For somebody who took part in a record and has left its system: until the transaction ends, row-level security shows them
 * the rows of this one record, and shows others none.
 */
export async function restrictToRecord(tx: Transaction, personId: string, recordId: string): Promise<void> {
  await tx.execute(sql`
    select set_config('leeway.kept_record', ${recordId}, true),
      set_config('leeway.kept', kept_ids(${personId}::uuid, ${recordId}::uuid)::text, true),
      set_config('role', 'leeway_keeper', true)`);
}
