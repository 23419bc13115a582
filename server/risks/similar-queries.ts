import { sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Db } from "@/db/client";
import { columnsOf } from "@/db/columns-of";
import { read } from "@/db/rows";
import { risks } from "@/db/schema";
import { type ExperimentInReach, withinReach } from "@/server/experiments/queries";
import { type SimilarRisk, suggestedFields } from "@/server/risks/fields";
import type { Who } from "@/server/who";

const r = alias(risks, "r");
const suggestedColumns = sql.join(
  suggestedFields.map((name) => sql`${r[name]} as ${sql.identifier(name)}`),
  sql`, `,
);
const similarRiskRow = z.strictObject({ id: z.uuid(), experiment: z.string(), ...columnsOf(risks, suggestedFields) });
const maxRisks = 4;

/**
 * Risks of similar experiments, most similar first: one adapted from the other, then those with shared words or the same
 * place in the pathway. Without scores, which each team decides itself.
 */
export async function listSimilarRisks(db: Db, who: Who, { id }: ExperimentInReach): Promise<SimilarRisk[]> {
  return read(db, similarRiskRow).rows(sql`
    with mine as (
      select m.*, (select string_agg('''' || replace(word, '''', '''''') || '''', ' | ')
        from unnest(tsvector_to_array(m.search_words)) word)::tsquery as any_word
      from experiments m where m.id = ${id}::uuid
    ), alike as (
      select e.id, e.title, ts_rank(e.search_words, mine.any_word)
          + case when e.id = mine.adapted_from_id or e.adapted_from_id = mine.id then 10 else 0 end
          + case when e.starts_at = mine.starts_at then 0.1 else 0 end
          + case when e.shows_at = mine.shows_at then 0.1 else 0 end as likeness
      from experiments e, mine where e.system_id = mine.system_id and e.id <> mine.id
        and (e.search_words @@ mine.any_word or e.id = mine.adapted_from_id) and ${withinReach(who)}
      order by likeness desc, e.id limit ${maxRisks}
    )
    select r.id, a.title as experiment, ${suggestedColumns}
    from alike a cross join lateral (select * from risks r where r.experiment_id = a.id and r.removed_at is null
      order by r.consequence * r.likelihood desc, r.id limit 2) r
    where not exists (select 1 from risks own where own.experiment_id = ${id}::uuid and own.removed_at is null
      and own.harm = r.harm)
    order by a.likeness desc, a.id, r.consequence * r.likelihood desc limit ${maxRisks}`);
}
