import { drizzle } from "drizzle-orm/node-postgres";
import { escapeLiteral, type PoolClient } from "pg";
import type { connect, Transaction } from "./client";

/** A transaction that sees one moment and can change nothing, until it is ended. */
export type ReadingTransaction = { tx: Transaction; end(): Promise<void> };

/** For whom it reads: a person, whom row-level security shows only their systems, or the tables' owner. */
export type Reader = { personId: string } | "owner";

/**
 * Opens a transaction for reading, with one message to the database. In it the same query has the same answer, so it is
 * sent once, however many ask: the parts of a page each want to know who reads and which experiment it is about.
 */
export async function openReading(
  database: ReturnType<typeof connect>,
  reader: Reader,
  { at }: { at?: string } = {},
): Promise<ReadingTransaction> {
  const client = await database.$client.connect();
  try {
    await client.query(beginning(reader, at));
  } catch (error) {
    client.release(true);
    throw error;
  }
  return {
    tx: drizzle(onceEach(client), { casing: "snake_case" }) as unknown as Transaction,
    end: async () => {
      const broken = await client.query("commit").then(
        () => undefined,
        (error: Error) => error,
      );
      client.release(broken);
    },
  };
}

function beginning(reader: Reader, at: string | undefined): string {
  const clock = at ? `select set_config('leeway.now', ${escapeLiteral(at)}, true);` : "";
  const walls =
    reader === "owner"
      ? ""
      : `select set_config('leeway.systems', systems_of(${escapeLiteral(reader.personId)}::uuid)::text, true), set_config('role', 'leeway_app', true)`;
  return `begin isolation level repeatable read read only; ${clock} ${walls}`;
}

/** Reads in a transaction of its own. */
export async function reading<Result>(
  database: ReturnType<typeof connect>,
  reader: Reader,
  work: (tx: Transaction) => Promise<Result>,
  options: { at?: string } = {},
): Promise<Result> {
  const { tx, end } = await openReading(database, reader, options);
  try {
    return await work(tx);
  } finally {
    await end();
  }
}

/** A connection that sends each query once and keeps the answer. */
function onceEach(client: PoolClient): PoolClient {
  const answers = new Map<string, Promise<unknown>>();
  const query = (config: { text: string; rowMode?: string }, values: unknown[]) => {
    const question = JSON.stringify([config.text, config.rowMode, values]);
    const answer = answers.get(question) ?? client.query(config, values);
    answers.set(question, answer);
    return answer;
  };
  return { query } as unknown as PoolClient;
}
