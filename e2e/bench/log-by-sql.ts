import { randomUUID } from "node:crypto";
import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { hashJson } from "@/server/canonical";
import { chainStart, hashEntry } from "@/server/journal/chain";
import type { ResultToLog } from "./results-to-log";

/**
 * The queries that measures.log needs, by hand: session, row-level security, idempotency key, lock, permission, existing
 * result, insert, stop rules and journal; all but the first in one transaction.
 */
export async function logBySql(client: pg.ClientBase, result: ResultToLog): Promise<void> {
  const { personId, systemId, measureId, organisationId, periodOn } = result;
  const key = randomUUID();
  await expectRow(client, signedIn, [result.tokenHash]);
  await client.query("begin");
  try {
    await client.query(enterSystems, [personId]);
    const hash = hashJson({ key, measureId, organisationId, periodOn, ...result.part });
    await expectRow(client, insertKey, [personId, key, "measures.log", hash]);
    await expectRow(client, lock, [measureId]);
    await expectRow(client, mayLog, [measureId, organisationId, personId]);
    const present = await client.query(existingResult, [measureId, organisationId, periodOn]);
    if (present.rowCount) throw new Error(`${periodOn} has a result already`);
    const { value = null, numerator = null, denominator = null } = result.part;
    const parts = [value, numerator, denominator];
    await client.query(insertResult, [uuidv7(), systemId, measureId, organisationId, periodOn, ...parts, personId]);
    await client.query(lockWatching, [measureId]);
    await appendToChain(client, result);
    await client.query(updateAnswer, [personId, key, "{}"]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

async function appendToChain(client: pg.ClientBase, result: ResultToLog): Promise<void> {
  const { systemId, personId, measureId, periodOn } = result;
  await client.query(lockJournal, [systemId]);
  const last = await client.query<{ sequence: string; hash: string }>(lastEntry, [systemId]);
  let sequence = Number(last.rows[0]?.sequence ?? 0);
  let previousHash = last.rows[0]?.hash ?? chainStart(systemId);
  const at = new Date().toISOString();
  for (const experimentId of result.experimentIds) {
    sequence += 1;
    const details = { measureId, periodOn };
    const act = "logged a result";
    const entry = { systemId, sequence, experimentId, personId, act, parts: [act], details, at, previousHash };
    const hash = hashEntry(entry);
    await client.query(insertEntry, [
      ...Object.values({ ...entry, parts: JSON.stringify(entry.parts), details: JSON.stringify(details) }),
      hash,
    ]);
    previousHash = hash;
  }
}

async function expectRow(client: pg.ClientBase, text: string, values: unknown[]): Promise<void> {
  const { rowCount } = await client.query(text, values);
  if (rowCount !== 1) throw new Error(`One row was expected, ${rowCount} came: ${text}`);
}

const signedIn = `select p.id from sessions s join people p on p.id = s.person_id
  where s.token_hash = $1 and s.expires_at > now() and s.last_seen_at > now() - interval '12 hours' and p.suspended_at is null`;
const enterSystems =
  "select set_config('leeway.systems', systems_of($1::uuid)::text, true), set_config('role', 'leeway_app', true)";
const insertKey = `insert into idempotency_keys (person_id, key, procedure, input_hash)
  values ($1, $2, $3, $4) on conflict do nothing returning key`;
const lock = "select 1 from measures where id = $1 for no key update";
const mayLog = `select 1 from measure_contributors c
  where c.measure_id = $1 and c.organisation_id = $2 and is_current(c.from_on, c.ends_on) and exists (
    select 1 from memberships m where m.person_id = $3 and m.organisation_id = c.organisation_id
      and m.system_id = c.system_id and is_current(m.from_on, m.ends_on))`;
const existingResult = "select 1 from observations where measure_id = $1 and organisation_id = $2 and period_on = $3";
const insertResult = `insert into observations
  (id, system_id, measure_id, organisation_id, period_on, value, numerator, denominator, logged_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const lockWatching = `select 1 from experiments e
  where e.id in (select r.experiment_id from stop_rules r where r.measure_id = $1 and r.removed_at is null)
  order by e.id for no key update`;
const lockJournal = "select pg_advisory_xact_lock(hashtextextended('journal ' || $1, 0))";
const lastEntry = "select sequence, hash from journal where system_id = $1 order by sequence desc limit 1";
const insertEntry = `insert into journal (system_id, sequence, experiment_id, person_id, act, parts, details, at, previous_hash, hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const updateAnswer = "update idempotency_keys set answer = $3 where person_id = $1 and key = $2";
