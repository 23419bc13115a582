import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { day } from "@/db/shapes";
import { inParallel, together } from "@/db/together";
import { NotFound } from "@/server/errors";
import type { Involved } from "@/server/experiments/involved-queries";
import type { ExperimentInReach } from "@/server/experiments/queries";
import type { BeforeStart } from "@/server/experiments/start";
import { whyNobodyAnswers } from "@/server/permissions/asking/ask";
import { type Carrier, whoCarries } from "@/server/permissions/coverage/carrier";
import { carrierState } from "@/server/permissions/coverage/carrier-state";
import { noCoverFacts } from "@/server/permissions/coverage/cover-facts";
import { listCoverFacts } from "@/server/permissions/coverage/queries";
import { listFits } from "@/server/standing/queries";
import { involvedIds } from "@/server/who";

const carrierRow = whoCarries.extend({ experimentId: z.uuid(), today: day });

/** Organisations that carry a risk or dip, who answers for each, and the state of their permission. */
export const listCarriers = (db: Db, experiment: Involved): Promise<Carrier[]> => listCarriersOfEach(db, [experiment]);

/** The same for many experiments, in one statement. */
export async function listCarriersOfEach(
  db: Db,
  experiments: readonly Involved[],
): Promise<(Carrier & { experimentId: string })[]> {
  const ids = experiments.map(({ id }) => id);
  const excluded = experiments.flatMap(({ id, ...parts }) =>
    [...new Set(involvedIds(parts))].map((personId) => ({ id, personId })),
  );
  const listed = (one: Db) =>
    read(one, carrierRow).rows(sql`
    with involved as (
      select x.experiment_id, coalesce(p.same_person_as, p.id) as id
      from unnest(${sql.param(excluded.map(({ id }) => id))}::uuid[],
        ${sql.param(excluded.map(({ personId }) => personId))}::uuid[]) x (experiment_id, person_id)
      join people p on p.id = x.person_id
    ), answering as (
      select distinct a.system_id, a.organisation_id, a.person_id, a.leader_id,
        human(a.person_id) as hand, human(a.leader_id) as in_name_of
      from (select distinct c.system_id, c.organisation_id from experiment_carriers c
        where c.experiment_id = any (${sql.param(ids)}::uuid[])) carrier
      -- One by one: joined plainly, all leaders of all organisations would be read
      cross join lateral (select * from answering_people one
        where one.system_id = carrier.system_id and one.organisation_id = carrier.organisation_id offset 0) a
    )
    select c.experiment_id as "experimentId", c.organisation_id as "organisationId", o.name as organisation,
      london_today()::text as today,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name,
          'standsInFor', (select l.name from people l where l.id = a.leader_id)) order by a.leader_id nulls first, p.name), '[]')
        from answering a join people p on p.id = a.person_id
        where a.organisation_id = c.organisation_id and a.system_id = c.system_id
          and not exists (select 1 from involved i where i.experiment_id = c.experiment_id and i.id in (a.hand, a.in_name_of))) as leaders,
      (select coalesce(json_agg(distinct p.name), '[]') from answering a join people p on p.id = a.person_id
        where a.organisation_id = c.organisation_id and a.system_id = c.system_id
          and a.hand in (select i.id from involved i where i.experiment_id = c.experiment_id)) as "onTeam",
      (select least(max(so.ends_on), o.ends_on)::text from system_organisations so
        where so.system_id = c.system_id and so.organisation_id = c.organisation_id
        having not bool_or(is_current(so.from_on, so.ends_on)) or not is_current(null, o.ends_on)) as "closedOn",
      (select json_build_object('name', p.name, 'on', m.ends_on) from memberships m join people p on p.id = m.person_id
        where m.organisation_id = c.organisation_id and m.system_id = c.system_id and m.role = 'leader'
          and not is_current(null, m.ends_on) and not exists (select 1 from answering a where a.organisation_id = c.organisation_id
            and a.system_id = c.system_id)
        order by m.ends_on desc limit 1) as "leaderLeft"
    from experiment_carriers c
    join organisations o on o.id = c.organisation_id
    where c.experiment_id = any (${sql.param(ids)}::uuid[]) order by o.name`);
  const { rows, facts } = await together(db, (one) =>
    inParallel({ rows: listed(one), facts: listCoverFacts(one, ids) }),
  );
  return rows.map(({ today, ...carrier }) => ({
    ...carrier,
    ...carrierState(facts.get(carrier.experimentId) ?? noCoverFacts, carrier.organisationId, today),
  }));
}

const beforeStartRow = z.strictObject({
  riskCount: z.number(),
  noHarmForeseen: z.boolean(),
  riskOfNotTrying: z.string().nullable(),
});

/** The input of `whyNotStart`. */
export async function findBeforeStart(db: Db, experiment: ExperimentInReach) {
  const { words, fits, ...found } = await together(db, (one) =>
    inParallel({
      words: read(one, beforeStartRow).row(sql`
        select e.risk_of_not_trying as "riskOfNotTrying", e.no_harm_foreseen as "noHarmForeseen",
          (select count(*)::int from risks r where r.experiment_id = e.id and r.removed_at is null) as "riskCount"
        from experiments e where e.id = ${experiment.id}::uuid`),
      fits: listFits(one, experiment),
      carriers: listCarriers(one, experiment),
    }),
  );
  if (!words) throw new NotFound();
  const carriers = found.carriers.map((carrier) => {
    const fit = fits.get(carrier.organisationId);
    const nobody = carrier.closedOn !== null || (carrier.leaders.length === 0 && carrier.onTeam.length === 0);
    const standing = { fits: fit?.fits != null, sentences: fit?.sentences ?? [] };
    return { ...carrier, fit, standing, nobodyAnswers: nobody ? whyNobodyAnswers(carrier) : null };
  });
  return { ...words, stage: experiment.stage, carriers } satisfies BeforeStart;
}
