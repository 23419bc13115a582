import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { pauseDecisions, pauseFixes, permissionWithdrawals, standingWithdrawals } from "@/db/schema";
import { instant } from "@/db/shapes";
import { pauseDecisions as decisions, type PauseDecision } from "@/db/vocabulary";
import { openPauseOf } from "@/server/experiments/pause-queries";
import type { ExperimentInReach } from "@/server/experiments/queries";

const pauseDecisionRow = z.strictObject({
  organisationId: z.uuid(),
  organisation: z.string(),
  decision: z.enum(decisions),
  reason: z.string(),
  by: z.string(),
  inPlaceOf: z.string().nullable(),
  at: instant,
});
export type DecisionInPause = z.infer<typeof pauseDecisionRow>;

/** Leaders' decisions since it was paused, oldest first: saying more about what is wrong takes none back. */
export async function listPauseDecisions(db: Db, experimentId: string): Promise<DecisionInPause[]> {
  return read(db, pauseDecisionRow).rows(sql`
    select d.organisation_id as "organisationId", o.name as organisation, d.decision, d.reason,
      name_then(p.id, p.name, d.decided_at) as by, name_then(l.id, l.name, d.decided_at) as "inPlaceOf", d.decided_at as at
    from pause_decisions d join organisations o on o.id = d.organisation_id join people p on p.id = d.decided_by
    left join people l on l.id = d.in_place_of
    where d.experiment_id = ${experimentId}::uuid and (d.decided_at, d.id) > ${openPauseOf(experimentId, "first")}
    order by d.decided_at, d.id`);
}

const fixRow = z.strictObject({ words: z.string(), by: z.string(), at: instant });

/** Fixes the team has reported since somebody last said what is wrong, oldest first. */
export async function listFixes(db: Db, experimentId: string) {
  return read(db, fixRow).rows(sql`
    select f.in_words as words, name_then(p.id, p.name, f.reported_at) as by, f.reported_at::text as at
    from pause_fixes f join people p on p.id = f.reported_by
    where f.experiment_id = ${experimentId}::uuid and (f.reported_at, f.id) > ${openPauseOf(experimentId, "last")}
    order by f.reported_at, f.id`);
}

export async function saveFix(
  tx: Transaction,
  { id: experimentId, systemId }: Pick<ExperimentInReach, "id" | "systemId">,
  reportedBy: string,
  inWords: string,
) {
  await tx.insert(pauseFixes).values({ systemId, experimentId, inWords, reportedBy });
}

/** The latest decision of each organisation, where it keeps the experiment paused. */
export async function listKeptPaused(db: Db, experimentId: string): Promise<DecisionInPause[]> {
  const latest = new Map(
    (await listPauseDecisions(db, experimentId)).map((decision) => [decision.organisationId, decision]),
  );
  return [...latest.values()].filter(({ decision }) => decision === "keep paused");
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

const grantRow = z.strictObject({
  requestId: z.uuid().nullable(),
  useId: z.uuid().nullable(),
  standingId: z.uuid().nullable(),
});

/** Withdraws everything in force for an organisation: answers, and uses of standing permissions. */
export async function withdrawAll(
  tx: Transaction,
  experiment: Pick<ExperimentInReach, "id" | "systemId">,
  withdrawnBy: string,
  { organisationId, reason }: { organisationId: string; reason: string },
) {
  const rows = await read(tx, grantRow).rows(sql`
    select g.request_id as "requestId", g.use_id as "useId", u.standing_id as "standingId"
    from permission_grants g left join standing_uses u on u.id = g.use_id
    where g.experiment_id = ${experiment.id}::uuid and g.organisation_id = ${organisationId}::uuid
      and g.ends_on >= london_today()`);
  const { systemId } = experiment;
  for (const { requestId, useId, standingId } of rows) {
    const withdrawal = { systemId, reason, withdrawnBy };
    if (requestId) await tx.insert(permissionWithdrawals).values({ ...withdrawal, requestId, organisationId });
    if (useId && standingId) await tx.insert(standingWithdrawals).values({ ...withdrawal, standingId, useId });
  }
}
