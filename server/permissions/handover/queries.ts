import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { carrierHandovers } from "@/db/schema";
import { day, idRow, named } from "@/db/shapes";
import type { Serving } from "@/server/permissions/handover/heir";

const closedCarrierRow = z.strictObject({
  experimentId: z.uuid(),
  systemId: z.uuid(),
  leadId: z.uuid(),
  closed: named,
  /** The last day on which the closed organisation served there. */
  lastOn: day,
  /** Whether it carries a risk or dip, and does not only lead. */
  carries: z.boolean(),
});
export type ClosedCarrier = z.infer<typeof closedCarrierRow>;

/** The organisations of a system that have closed and still carry or lead an experiment that has not ended, by experiment. */
export const listClosedCarriers = (db: Db, systemId: string): Promise<ClosedCarrier[]> =>
  read(db, closedCarrierRow).rows(sql`
    with closed as (
      select so.system_id, o.id, o.name, least(so.ends_on, o.ends_on) as last_on
      from system_organisations so join organisations o on o.id = so.organisation_id
      where so.system_id = ${systemId}::uuid and least(so.ends_on, o.ends_on) < london_today()
    ), held as (
      select c.experiment_id, c.organisation_id, true as carries from experiment_carriers c
        where c.organisation_id in (select id from closed)
      union all
      select e.id, e.lead_organisation_id, false from experiments e where e.lead_organisation_id in (select id from closed)
    )
    select e.id as "experimentId", e.system_id as "systemId", e.lead_organisation_id as "leadId",
      json_build_object('id', closed.id, 'name', closed.name) as closed, closed.last_on::text as "lastOn",
      bool_or(held.carries) as carries
    from held join experiments e on e.id = held.experiment_id
    join closed on closed.id = held.organisation_id and closed.system_id = e.system_id
    where not exists (select 1 from experiment_turns t
      where t.experiment_id = e.id and t.turn in ('stopped', 'concluded'))
    group by e.id, closed.id, closed.name, closed.last_on order by e.id, closed.name`);

export const listSystemIds = (db: Db) => read(db, idRow).rows(sql`select id from systems order by id`);

const servingRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  open: z.boolean(),
  successorId: z.uuid().nullable(),
});

/** The organisations of a system, past and present, by their id. */
export async function findServing(db: Db, systemId: string): Promise<Map<string, Serving & { name: string }>> {
  const rows = await read(db, servingRow).rows(sql`
    select o.id, o.name, is_current(so.from_on, so.ends_on) and is_current(o.from_on, o.ends_on) as open,
      so.successor_id as "successorId"
    from system_organisations so join organisations o on o.id = so.organisation_id
    where so.system_id = ${systemId}::uuid`);
  return new Map(rows.map(({ id, ...serving }) => [id, serving]));
}

const carried = [
  [sql`risk_carriers`, sql`risks`, sql`risk_id`],
  [sql`dip_carriers`, sql`expected_dips`, sql`dip_id`],
] as const;

/** Puts one organisation in the place of another wherever it carries, leads or takes part in an experiment. */
export async function handOver(
  tx: Transaction,
  { experimentId, systemId }: Pick<ClosedCarrier, "experimentId" | "systemId">,
  { fromId, toId }: { fromId: string; toId: string },
): Promise<void> {
  const [from, to] = [sql`${fromId}::uuid`, sql`${toId}::uuid`];
  const inIt = sql`experiment_id = ${experimentId}::uuid`;
  await tx.execute(sql`
    insert into experiment_organisations (system_id, experiment_id, organisation_id)
    values (${systemId}::uuid, ${experimentId}::uuid, ${to}) on conflict do nothing`);
  await tx.execute(sql`delete from experiment_organisations where ${inIt} and organisation_id = ${from}`);
  for (const [carriers, what, whatId] of carried) {
    await tx.execute(sql`
      with held as (delete from ${carriers} where organisation_id = ${from}
        and ${whatId} in (select id from ${what} where ${inIt} and removed_at is null) returning system_id, ${whatId})
      insert into ${carriers} (system_id, ${whatId}, organisation_id)
      select system_id, ${whatId}, ${to} from held on conflict do nothing`);
  }
  await tx.execute(sql`
    update experiments set lead_organisation_id = ${to}
    where id = ${experimentId}::uuid and lead_organisation_id = ${from}`);
  await tx.insert(carrierHandovers).values({ systemId, experimentId, fromId, toId });
}
