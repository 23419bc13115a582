import { and, asc, desc, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { journal, news as newsTable, people } from "@/db/schema";
import type { Json } from "@/server/canonical";
import { enqueue } from "@/server/jobs/queries";
import { chainStart, hashEntry } from "@/server/journal/chain";
import { plainWords, type Sentence } from "@/server/typed-words";

export type NewEntry = {
  systemId: string;
  experimentId: string | null;
  /** Empty when a stop rule acted. */
  personId: string | null;
  /** The sentence without its subject: "recorded a risk: …". */
  act: Sentence;
  /** More data for readers of the journal: no rule reads it. */
  details?: Json;
  /** Set if people get an e-mail about it (server/mail). */
  news?: News;
};
type News = Omit<typeof newsTable.$inferInsert, "systemId" | "sequence">;
/** The part of an entry that a procedure gives; its middleware adds the rest. */
export type NewAct = Pick<NewEntry, "act" | "details" | "news">;
export type MoreOfAct = Omit<NewAct, "act">;

const lastRow = z.strictObject({ at: z.iso.datetime(), sequence: z.number().nullable(), hash: z.string().nullable() });

/** Adds entries to a system's chain. It locks the chain until the transaction ends, so call it last. */
export async function appendToJournal(tx: Transaction, systemId: string, entries: NewEntry[]): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`journal ${systemId}`}, 0))`);
  const last = await read(tx, lastRow).row(sql`
    select to_char(leeway_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      last.sequence::float8 as sequence, last.hash
    from (values (true)) as always left join lateral (
      select sequence, hash from journal where system_id = ${systemId}::uuid order by sequence desc limit 1) last on true`);
  const at = last?.at ?? "";
  let { sequence, hash: previousHash } = {
    sequence: last?.sequence ?? 0,
    hash: last?.hash ?? chainStart(systemId),
  };
  const chained = entries.map(({ news, details = {}, act, ...entry }) => {
    sequence += 1;
    const next = { ...entry, act: plainWords(act), parts: act, details, sequence, at, previousHash };
    previousHash = hashEntry(next);
    return { entry: { ...next, hash: previousHash }, news };
  });
  await tx.insert(journal).values(chained.map(({ entry }) => entry));
  for (const { entry, news } of chained) if (news) await enqueueNews(tx, entry, news);
}

/** Enqueues the e-mails about an entry; they are sent after the commit. */
async function enqueueNews(
  tx: Transaction,
  { systemId, sequence }: { systemId: string; sequence: number },
  news: News,
) {
  await tx.insert(newsTable).values({ ...news, systemId, sequence });
  await enqueue(tx, { kind: "news", key: `news ${systemId} ${sequence}`, payload: { systemId, sequence } });
}

/** An experiment's entries, newest first; `before` is the sequence number to continue from. */
export async function listEntries(db: Db, experimentId: string, { before, limit }: { before?: number; limit: number }) {
  return db
    .select({
      sequence: journal.sequence,
      by: sql<string | null>`name_then(${people.id}, ${people.name}, ${journal.at})`,
      act: journal.act,
      parts: journal.parts,
      at: journal.at,
      details: journal.details,
    })
    .from(journal)
    .leftJoin(people, eq(people.id, journal.personId))
    .where(and(eq(journal.experimentId, experimentId), before === undefined ? undefined : lt(journal.sequence, before)))
    .orderBy(desc(journal.sequence))
    .limit(limit);
}

/** The first entry of a system's chain whose hash is wrong, or null when the chain is intact. */
export async function findFirstBrokenEntry(db: Db, systemId: string): Promise<number | null> {
  const entries = await db.select().from(journal).where(eq(journal.systemId, systemId)).orderBy(asc(journal.sequence));
  let previousHash = chainStart(systemId);
  let sequence = 0;
  for (const { hash, ...entry } of entries) {
    sequence += 1;
    const asChained = {
      ...entry,
      details: entry.details as Json,
      at: new Date(entry.at).toISOString(),
    };
    if (entry.sequence !== sequence || entry.previousHash !== previousHash || hashEntry(asChained) !== hash)
      return sequence;
    previousHash = hash;
  }
  return null;
}
