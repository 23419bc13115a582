import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { day } from "@/db/shapes";
import { conclusionOutcomes, pathwayStages, type Stage } from "@/db/vocabulary";
import type { ExperimentFilters } from "@/server/experiments/input";
import { stageFacts, withinReach } from "@/server/experiments/queries";
import { stageFactsShape, stageOf } from "@/server/experiments/stage";
import type { Who } from "@/server/who";

const idWithFactsRow = z.strictObject({ id: z.uuid(), facts: stageFactsShape });

/** The experiments within reach that match the filters, newest first. The stage is computed, so it is filtered here. */
export async function listExperiments(db: Db, who: Who, filters: ExperimentFilters) {
  const found = filters.q
    ? sql`and (e.id in (select search_experiments(${filters.q})) or e.title ilike ${`%${filters.q.replace(/[\\%_]/g, "\\$&")}%`})`
    : sql``;
  const organisation = filters.organisation
    ? sql`and exists (select 1 from experiment_organisations x where x.experiment_id = e.id and x.organisation_id = ${filters.organisation}::uuid)`
    : sql``;
  const pathway = filters.pathway
    ? sql`and (e.starts_at = ${filters.pathway} or e.shows_at = ${filters.pathway})`
    : sql``;
  const mine = filters.mine
    ? sql`and exists (select 1 from team_members t where t.experiment_id = e.id
        and t.person_id = any (${sql.param(who.accounts)}::uuid[]) and is_current(t.from_on, t.ends_on))`
    : sql``;
  const rows = await read(db, idWithFactsRow).rows(sql`
    select e.id, ${stageFacts} as facts
    from experiments e join experiment_facts f on f.experiment_id = e.id
    where ${withinReach(who)} ${found} ${organisation} ${pathway} ${mine}
    order by e.registered_at desc, e.id desc`);
  const all = rows.map((row) => ({ id: row.id, stage: stageOf(row.facts) }));
  const fitting = filters.stage ? all.filter((one) => one.stage === filters.stage) : all;
  const counts: Partial<Record<Stage, number>> = {};
  for (const one of all) counts[one.stage] = (counts[one.stage] ?? 0) + 1;
  const page = fitting.slice((filters.page - 1) * pageSize, filters.page * pageSize);
  const cards = await listCards(db, page);
  return { cards, total: fitting.length, pages: Math.max(1, Math.ceil(fitting.length / pageSize)), counts };
}

const pageSize = 20;

const cardRow = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  changeIdea: z.string(),
  place: z.string(),
  leadOrganisation: z.string(),
  startsAt: z.enum(pathwayStages).nullable(),
  leads: z.string().nullable(),
  endsOn: day.nullable(),
  outcome: z.enum(conclusionOutcomes).nullable(),
});
export type ExperimentCard = z.infer<typeof cardRow> & { stage: Stage };

async function listCards(db: Db, page: { id: string; stage: Stage }[]): Promise<ExperimentCard[]> {
  if (page.length === 0) return [];
  const rows = await read(db, cardRow).rows(sql`
    select e.id, e.title, e.change_idea as "changeIdea", e.place, o.name as "leadOrganisation", e.starts_at as "startsAt",
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
