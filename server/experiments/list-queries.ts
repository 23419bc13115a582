import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { day } from "@/db/shapes";
import { conclusionOutcomes, type Stage, stages } from "@/db/vocabulary";
import type { ExperimentFilters } from "@/server/experiments/input";
import { keptToday } from "@/server/experiments/queries";
import type { Who } from "@/server/who";

const pageSize = 20;

const countRow = z.strictObject({ stage: z.enum(stages), count: z.number() });
const idWithStageRow = z.strictObject({ id: z.uuid(), stage: z.enum(stages) });

/** The experiments within reach that match the filters, newest first, by the stages kept for today (db/schema/stages.ts). */
export async function listExperiments(db: Db, who: Who, filters: ExperimentFilters) {
  const mine = sql`select t.experiment_id from team_members t
    where t.person_id = any (${sql.param(who.accounts)}::uuid[]) and is_current(t.from_on, t.ends_on)`;
  // An array is looked up by index; a subquery would be compared with the stages of all experiments
  const among = (ids: SQL) => sql`k.experiment_id = any (array(${ids}))`;
  const conditions = [
    sql`${keptToday} and (k.shared or k.experiment_id in (${mine}))`,
    filters.q && among(sql`select search_experiments(${filters.q})`),
    filters.organisation &&
      sql`exists (select 1 from experiment_organisations x
        where x.experiment_id = k.experiment_id and x.organisation_id = ${filters.organisation}::uuid)`,
    filters.pathway &&
      sql`exists (select 1 from experiments e where e.id = k.experiment_id
        and (e.starts_at = ${filters.pathway} or e.shows_at = ${filters.pathway}))`,
    filters.mine && among(mine),
  ];
  const fitting = sql`experiment_stages k where ${sql.join(conditions.filter(Boolean), sql` and `)}`;
  const counted = await read(db, countRow).rows(
    sql`select k.stage, count(*)::int as count from ${fitting} group by k.stage`,
  );
  const counts: Partial<Record<Stage, number>> = Object.fromEntries(counted.map(({ stage, count }) => [stage, count]));
  const wanted = filters.stage ? [counts[filters.stage] ?? 0] : counted.map(({ count }) => count);
  const total = wanted.reduce((sum, count) => sum + count, 0);
  const ofStage = filters.stage ? sql`and k.stage = ${filters.stage}` : sql``;
  const page = await read(db, idWithStageRow).rows(sql`
    select k.experiment_id as id, k.stage from ${fitting} ${ofStage}
    order by k.registered_at desc, k.experiment_id desc limit ${pageSize} offset ${(filters.page - 1) * pageSize}`);
  return { cards: await listCards(db, page), total, pages: Math.max(1, Math.ceil(total / pageSize)), counts };
}

const cardRow = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  changeIdea: z.string(),
  leadOrganisation: z.string(),
  leads: z.string().nullable(),
  endsOn: day.nullable(),
  outcome: z.enum(conclusionOutcomes).nullable(),
});
export type ExperimentCard = z.infer<typeof cardRow> & { stage: Stage };

async function listCards(db: Db, page: { id: string; stage: Stage }[]): Promise<ExperimentCard[]> {
  if (page.length === 0) return [];
  const rows = await read(db, cardRow).rows(sql`
    select e.id, e.title, e.change_idea as "changeIdea", o.name as "leadOrganisation",
      (select p.name from team_members t join people p on p.id = t.person_id
        where t.experiment_id = e.id and t.leads and is_current(t.from_on, t.ends_on) order by p.name limit 1) as leads,
      (select min(g.ends_on)::text from permission_grants g where g.experiment_id = e.id and g.same_terms) as "endsOn",
      (select c.outcome from conclusions c where c.experiment_id = e.id) as outcome
    from experiments e join organisations o on o.id = e.lead_organisation_id
    where e.id = any (${sql.param(page.map((one) => one.id))}::uuid[])`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return page.flatMap(({ id, stage }) => {
    const card = byId.get(id);
    return card ? [{ ...card, stage }] : [];
  });
}
