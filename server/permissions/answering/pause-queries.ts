import { sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { pauseDecisions, pauseFixes, permissionWithdrawals, standingWithdrawals } from "@/db/schema";
import type { PauseDecision } from "@/db/vocabulary";
import type { ExperimentInReach } from "@/server/experiments/queries";

export type DecisionInPause = {
  organisationId: string;
  organisation: string;
  decision: PauseDecision;
  reason: string;
  by: string;
  inPlaceOf: string | null;
  at: string;
};

/** What leaders have decided since the experiment was last paused, oldest first. */
export async function listPauseDecisions(db: Db, experimentId: string): Promise<DecisionInPause[]> {
  const { rows } = await db.execute<DecisionInPause>(sql`
    select d.organisation_id as "organisationId", o.name as organisation, d.decision, d.reason, p.name as by,
      l.name as "inPlaceOf", d.decided_at as at
    from pause_decisions d join organisations o on o.id = d.organisation_id join people p on p.id = d.decided_by
    left join people l on l.id = d.in_place_of
    where d.experiment_id = ${experimentId}::uuid and d.decided_at >= (select max(t.taken_at) from experiment_turns t
      where t.experiment_id = d.experiment_id and t.turn = 'paused')
    order by d.decided_at, d.id`);
  return rows;
}

/** What the team says it has done about it since the experiment was last paused, oldest first. */
export async function listFixes(db: Db, experimentId: string) {
  const { rows } = await db.execute<{ words: string; by: string; at: string }>(sql`
    select f.in_words as words, p.name as by, f.reported_at::text as at
    from pause_fixes f join people p on p.id = f.reported_by
    where f.experiment_id = ${experimentId}::uuid and f.reported_at >= (select max(t.taken_at)
      from experiment_turns t where t.experiment_id = f.experiment_id and t.turn = 'paused')
    order by f.reported_at, f.id`);
  return rows;
}

export async function saveFix(
  tx: Transaction,
  { id: experimentId, systemId }: Pick<ExperimentInReach, "id" | "systemId">,
  reportedBy: string,
  inWords: string,
) {
  await tx.insert(pauseFixes).values({ systemId, experimentId, inWords, reportedBy });
}

/** Organisations that carry something and whose latest decision keeps the experiment paused. */
export async function listKeptPaused(db: Db, experimentId: string): Promise<DecisionInPause[]> {
  const latest = new Map((await listPauseDecisions(db, experimentId)).map((one) => [one.organisationId, one]));
  return [...latest.values()].filter((one) => one.decision === "keep paused");
}

export async function savePauseDecision(
  tx: Transaction,
  experiment: Pick<ExperimentInReach, "id" | "systemId">,
  personId: string,
  decided: { organisationId: string; decision: PauseDecision; reason: string; inPlaceOf: string | null },
) {
  const { id: experimentId, systemId } = experiment;
  await tx.insert(pauseDecisions).values({ ...decided, systemId, experimentId, decidedBy: personId });
}

/** Takes back everything that holds for an organisation: answers, and what was started by standing permissions. */
export async function withdrawAll(
  tx: Transaction,
  experiment: Pick<ExperimentInReach, "id" | "systemId">,
  withdrawnBy: string,
  { organisationId, reason }: { organisationId: string; reason: string },
) {
  const { rows } = await tx.execute<{ requestId: string | null; useId: string | null; standingId: string | null }>(sql`
    select g.request_id as "requestId", g.use_id as "useId", u.standing_id as "standingId"
    from permission_grants g left join standing_uses u on u.id = g.use_id
    where g.experiment_id = ${experiment.id}::uuid and g.organisation_id = ${organisationId}::uuid
      and g.ends_on >= london_today()`);
  const { systemId } = experiment;
  for (const { requestId, useId, standingId } of rows) {
    const taken = { systemId, reason, withdrawnBy };
    if (requestId) await tx.insert(permissionWithdrawals).values({ ...taken, requestId, organisationId });
    if (useId && standingId) await tx.insert(standingWithdrawals).values({ ...taken, standingId, useId });
  }
}
