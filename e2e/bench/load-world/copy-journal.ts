import type pg from "pg";
import { canonicalJson, type Json } from "@/server/canonical";
import { chainStart } from "@/server/journal/chain";
import { copiedId, placeOf } from "./columns";

type Entry = { experimentId: string; personId: string | null; act: string; parts: Json; details: Json; at: Date };

/**
 * Each copy's journal, but for what was logged, as one chain after the originals' entries. The database works out the hashes
 * one after the other, from texts prepared here: canonical JSON is what server/journal/chain.ts hashes.
 */
export async function copyJournal(
  client: pg.ClientBase,
  { systemId, copies }: { systemId: string; copies: number },
): Promise<void> {
  const { rows } = await client.query<Entry>(
    `select experiment_id as "experimentId", person_id as "personId", act, parts, details, at from journal
     where system_id = $1 and experiment_id is not null and act not like 'logged %' order by sequence`,
    [systemId],
  );
  const texts = rows.map(({ act, parts, details, at, ...ids }) => ({
    ...ids,
    ...{ act, parts, details, at },
    before: `{"act":${canonicalJson(act)},"at":${canonicalJson(at.toISOString())},"details":${canonicalJson(details)},"experimentId":`,
    between: `,"parts":${canonicalJson(parts)},"personId":`,
  }));
  await client.query(
    `create temporary table entries on commit drop as
     select (row_number() over ())::int as number, * from json_to_recordset($1) as entry("experimentId" uuid, "personId" uuid,
       act text, parts jsonb, details jsonb, at timestamptz, before text, between text)`,
    [JSON.stringify(texts)],
  );
  await client.query(chainedEntries);
  await client.query(
    `insert into journal (system_id, sequence, experiment_id, person_id, act, parts, details, at, previous_hash, hash)
     select * from pg_temp.chained_entries($1, $2, $3)`,
    [systemId, copies, chainStart(systemId)],
  );
}

const chainedEntries = `
  create function pg_temp.chained_entries(system uuid, copies int, first_hash text)
  returns table (system_id uuid, sequence bigint, experiment_id uuid, person_id uuid, act text, parts jsonb, details jsonb,
    at timestamptz, previous_hash text, hash text) language plpgsql as $$
  #variable_conflict use_column
  declare
    entry record;
    last_sequence bigint;
    last_hash text;
  begin
    select j.sequence, j.hash into last_sequence, last_hash from public.journal j
      where j.system_id = system order by j.sequence desc limit 1;
    sequence := coalesce(last_sequence, 0);
    hash := coalesce(last_hash, first_hash);
    system_id := system;
    for entry in
      select ${copiedId('e."experimentId"', "n")} as experiment, ${copiedId('e."personId"', placeOf)} as person, e.*
        from generate_series(1, copies) n cross join entries e order by n, e.number
    loop
      sequence := sequence + 1;
      previous_hash := hash;
      experiment_id := entry.experiment;
      person_id := entry.person;
      act := entry.act; parts := entry.parts; details := entry.details; at := entry.at;
      hash := encode(sha256(convert_to(entry.before || '"' || experiment_id || '"' || entry.between
        || coalesce('"' || person_id || '"', 'null') || ',"previousHash":"' || previous_hash || '","sequence":' || sequence
        || ',"systemId":"' || system || '"}', 'UTF8')), 'hex');
      return next;
    end loop;
  end $$`;
