import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { experiments, people, permissionRequests, systems } from "@/db/schema";
import { day, instant, reasonGiven } from "@/db/shapes";
import { NotFound } from "@/server/errors";
import type { ExperimentInReach } from "@/server/experiments/queries";
import type { AskInput } from "@/server/permissions/asking/input";
import { LONGEST_MONTHS } from "@/server/permissions/asking/period";
import { findTerms } from "@/server/permissions/terms/queries";
import { hashMaterial, hashTerms, type Terms } from "@/server/permissions/terms/terms";

export async function askPermission(tx: Transaction, experiment: ExperimentInReach, personId: string, input: AskInput) {
  const { fromOn, endsOn, whyLonger } = input;
  const terms: Terms = { ...(await findTerms(tx, experiment.id)), fromOn, endsOn, ...(whyLonger && { whyLonger }) };
  const [request] = await tx
    .insert(permissionRequests)
    .values({
      systemId: experiment.systemId,
      experimentId: experiment.id,
      terms,
      termsHash: hashTerms(terms),
      materialHash: hashMaterial(terms),
      fromOn,
      endsOn,
      renewsId: input.renewsId ?? null,
      requestedBy: personId,
    })
    .returning({ id: permissionRequests.id });
  if (!request) throw new NotFound();
  await tx
    .update(experiments)
    .set({ sharedAt: sql`coalesce(${experiments.sharedAt}, leeway_now())` })
    .where(eq(experiments.id, experiment.id));
  return request;
}

/**
 * A request of this experiment, with its terms as sent.
 * @throws NotFound
 */
export async function findRequest(db: Db, experimentId: string, requestId: string) {
  const [request] = await db
    .select({
      id: permissionRequests.id,
      terms: permissionRequests.terms,
      termsHash: permissionRequests.termsHash,
      materialHash: permissionRequests.materialHash,
      currentHash: experiments.materialHash,
      fromOn: permissionRequests.fromOn,
      endsOn: permissionRequests.endsOn,
      requestedBy: sql<string>`name_then(${people.id}, ${people.name}, ${permissionRequests.requestedAt})`,
      requestedAt: permissionRequests.requestedAt,
      renewsId: permissionRequests.renewsId,
      /** The team's latest request, if it is a later one: it has replaced this one, also where it was taken back. */
      newerId: sql<
        string | null
      >`(select n.id from permission_requests n where n.experiment_id = ${permissionRequests.experimentId}
        and (n.requested_at, n.id) > (${permissionRequests.requestedAt}, ${permissionRequests.id})
        order by n.requested_at desc, n.id desc limit 1)`,
      ended: sql<boolean>`${permissionRequests.endsOn} < london_today()`,
      takenBack: sql<boolean>`exists (select 1 from permission_withdrawals w where w.request_id = ${permissionRequests.id} and w.organisation_id is null)`,
      /** Organisations whose leaders have withdrawn it. */
      withdrawnFor: sql<
        string[]
      >`(select coalesce(json_agg(w.organisation_id), '[]') from permission_withdrawals w where w.request_id = ${permissionRequests.id} and w.organisation_id is not null)`,
    })
    .from(permissionRequests)
    .innerJoin(experiments, eq(experiments.id, permissionRequests.experimentId))
    .innerJoin(people, eq(people.id, permissionRequests.requestedBy))
    .where(and(eq(permissionRequests.experimentId, experimentId), eq(permissionRequests.id, requestId)));
  if (!request) throw new NotFound();
  return { ...request, terms: request.terms as Terms };
}

export type PermissionRequest = Awaited<ReturnType<typeof findRequest>>;

const requestRow = z.strictObject({
  id: z.uuid(),
  fromOn: day,
  endsOn: day,
  requestedBy: z.string(),
  requestedAt: instant,
  ended: z.boolean(),
  sameTerms: z.boolean(),
  takenBack: reasonGiven.nullable(),
  withdrawals: z.array(reasonGiven.extend({ organisation: z.string() })),
});

/** An experiment's requests, newest first. */
export async function listRequests(db: Db, experimentId: string) {
  return read(db, requestRow).rows(sql`
    select r.id, r.from_on::text as "fromOn", r.ends_on::text as "endsOn", name_then(p.id, p.name, r.requested_at) as "requestedBy",
      r.requested_at::text as "requestedAt", r.ends_on < london_today() as ended,
      r.material_hash = e.material_hash as "sameTerms",
      (select json_build_object('reason', w.reason, 'by', name_then(wp.id, wp.name, w.withdrawn_at), 'at', w.withdrawn_at)
        from permission_withdrawals w join people wp on wp.id = w.withdrawn_by where w.request_id = r.id and w.organisation_id is null limit 1) as "takenBack",
      (select coalesce(json_agg(json_build_object('organisation', o.name, 'reason', w.reason,
          'by', name_then(wp.id, wp.name, w.withdrawn_at), 'at', w.withdrawn_at)), '[]')
        from permission_withdrawals w join organisations o on o.id = w.organisation_id
        join people wp on wp.id = w.withdrawn_by where w.request_id = r.id) as withdrawals
    from permission_requests r join experiments e on e.id = r.experiment_id join people p on p.id = r.requested_by
    where r.experiment_id = ${experimentId}::uuid order by r.requested_at desc, r.id desc`);
}

/** Days after which a system shows that other leaders can answer too. */
export async function findAnswerWithinDays(db: Db, systemId: string): Promise<number> {
  const [system] = await db.select({ days: systems.answerWithinDays }).from(systems).where(eq(systems.id, systemId));
  return system?.days ?? 0;
}

/** How many months a permission lasts at most in a system. */
export async function findLongestMonths(db: Db, systemId: string): Promise<number> {
  const [system] = await db
    .select({ months: systems.longestPermissionMonths })
    .from(systems)
    .where(eq(systems.id, systemId));
  return system?.months ?? LONGEST_MONTHS;
}
