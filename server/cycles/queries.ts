import { and, asc, eq, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { pdsaCycles } from "@/db/schema";
import { type EditCycleInput, notYet, type PlanCycleInput } from "@/server/cycles/input";
import { NotFound } from "@/server/errors";
import type { ExperimentInReach } from "@/server/experiments/queries";
import { pickWithNulls } from "@/server/pick";
import { nextVersion, refuseConflict } from "@/server/versions/queries";

/** The cycles of an experiment, in order. */
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

/** Plans the next cycle. The experiment is locked, so numbers are unique. */
export async function planCycle(tx: Transaction, it: ExperimentInReach, plannedBy: string, input: PlanCycleInput) {
  const number = (await listCycles(tx, it.id)).length + 1;
  const [planned] = await tx
    .insert(pdsaCycles)
    .values({ ...input, number, systemId: it.systemId, experimentId: it.id, plannedBy, plannedAt: sql`leeway_now()` })
    .returning({ id: pdsaCycles.id });
  if (!planned) throw new NotFound();
  return { cycleId: planned.id, number };
}

/** Saves a cycle. @returns its number @throws {Conflict} when it was changed since it was read */
export async function editCycle(tx: Transaction, it: ExperimentInReach, personId: string, input: EditCycleInput) {
  const { cycleId, version, act, ...fields } = input;
  const where = and(eq(pdsaCycles.id, cycleId), eq(pdsaCycles.experimentId, it.id));
  await refuseConflict(tx, pdsaCycles, { where, version }, () => findFormValues(tx, it, cycleId));
  const values = {
    ...fields,
    ...pickWithNulls(input, ["done", "studied", "endsOn"]),
    act: act === notYet ? null : act,
  };
  const [edited] = await tx
    .update(pdsaCycles)
    .set({ ...values, ...nextVersion(version, personId) })
    .where(where)
    .returning({ number: pdsaCycles.number });
  if (!edited) throw new NotFound();
  return edited.number;
}

/** A stored cycle as its form sends it. */
async function findFormValues(tx: Transaction, { id: experimentId }: ExperimentInReach, cycleId: string) {
  const cycle = (await listCycles(tx, experimentId)).find(({ id }) => id === cycleId);
  if (!cycle) throw new NotFound();
  const { id: _, number: __, version: ___, act, ...values } = cycle;
  return { ...values, act: act ?? notYet };
}
