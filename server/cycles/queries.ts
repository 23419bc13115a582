import { and, asc, eq, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { pdsaCycles } from "@/db/schema";
import { lastChangeRow } from "@/db/shapes";
import { type EditCycleInput, notYet, type PlanCycleInput } from "@/server/cycles/input";
import { Conflict, NotFound } from "@/server/errors";
import type { ExperimentInReach } from "@/server/experiments/queries";
import { pickWithNulls } from "@/server/pick";

/** The cycles of an experiment, the first one first. */
export async function listCycles(db: Db, experimentId: string) {
  return db
    .select({
      id: pdsaCycles.id,
      number: pdsaCycles.number,
      plan: pdsaCycles.plan,
      prediction: pdsaCycles.prediction,
      fromOn: pdsaCycles.fromOn,
      endsOn: pdsaCycles.endsOn,
      done: pdsaCycles.done,
      studied: pdsaCycles.studied,
      act: pdsaCycles.act,
      version: pdsaCycles.version,
    })
    .from(pdsaCycles)
    .where(eq(pdsaCycles.experimentId, experimentId))
    .orderBy(asc(pdsaCycles.number));
}

/** Plans the next cycle; the experiment is locked, so no two get one number. */
export async function planCycle(tx: Transaction, it: ExperimentInReach, plannedBy: string, input: PlanCycleInput) {
  const number = (await listCycles(tx, it.id)).length + 1;
  const [planned] = await tx
    .insert(pdsaCycles)
    .values({ ...input, number, systemId: it.systemId, experimentId: it.id, plannedBy, plannedAt: sql`leeway_now()` })
    .returning({ id: pdsaCycles.id });
  if (!planned) throw new NotFound();
  return { cycleId: planned.id, number };
}

/** Saves a cycle if nobody did since it was read, and returns its number. @throws {Conflict} otherwise */
export async function editCycle(tx: Transaction, it: ExperimentInReach, input: EditCycleInput) {
  const { cycleId, version, act, ...told } = input;
  const [edited] = await tx
    .update(pdsaCycles)
    .set({
      ...told,
      ...pickWithNulls(input, ["done", "studied", "endsOn"]),
      act: act === notYet ? null : act,
      version: version + 1,
    })
    .where(and(eq(pdsaCycles.id, cycleId), eq(pdsaCycles.experimentId, it.id), eq(pdsaCycles.version, version)))
    .returning({ number: pdsaCycles.number });
  if (!edited) throw await conflictWith(tx, it, cycleId);
  return edited.number;
}

async function conflictWith(tx: Transaction, { id: experimentId }: ExperimentInReach, cycleId: string) {
  const now = (await listCycles(tx, experimentId)).find((cycle) => cycle.id === cycleId);
  if (!now) return new NotFound();
  const { id: _, number: __, version, act, ...theirs } = now;
  const last = await read(tx, lastChangeRow).row(sql`
    select p.name as by, j.at::text as at from journal j join people p on p.id = j.person_id
    where j.experiment_id = ${experimentId}::uuid and j.details @> ${JSON.stringify({ cycleId })}::jsonb
    order by j.sequence desc limit 1`);
  return new Conflict(version, { ...theirs, act: act ?? notYet }, last?.by ?? "Someone", last?.at ?? "");
}
