import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { columnsOf } from "@/db/columns-of";
import { read } from "@/db/rows";
import { experiments, permissionRequests } from "@/db/schema";
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

const requestWithTermsRow = z.strictObject({
  ...columnsOf(permissionRequests, ["id", "termsHash", "materialHash", "fromOn", "endsOn", "requestedAt", "renewsId"]),
  terms: z.custom<Terms>(),
  currentHash: z.string(),
  requestedBy: z.string(),
  /** The team's latest request, if it is a later one: it has replaced this one, also where it was taken back. */
  newerId: z.uuid().nullable(),
  ended: z.boolean(),
  takenBack: z.boolean(),
  /** Organisations whose leaders have withdrawn it. */
  withdrawnFor: z.array(z.uuid()),
});

/**
 * A request of this experiment, with its terms as sent.
 * @throws NotFound
 */
export async function findRequest(db: Db, experimentId: string, requestId: string) {
  const request = await read(db, requestWithTermsRow).row(sql`
    select r.id, r.terms, r.terms_hash as "termsHash", r.material_hash as "materialHash", e.material_hash as "currentHash",
      r.from_on::text as "fromOn", r.ends_on::text as "endsOn", name_then(p.id, p.name, r.requested_at) as "requestedBy",
      r.requested_at::text as "requestedAt", r.renews_id as "renewsId",
      (select n.id from permission_requests n where n.experiment_id = r.experiment_id
        and (n.requested_at, n.id) > (r.requested_at, r.id) order by n.requested_at desc, n.id desc limit 1) as "newerId",
      r.ends_on < london_today() as ended,
      exists (select 1 from permission_withdrawals w where w.request_id = r.id and w.organisation_id is null) as "takenBack",
      (select coalesce(json_agg(w.organisation_id), '[]') from permission_withdrawals w
        where w.request_id = r.id and w.organisation_id is not null) as "withdrawnFor"
    from permission_requests r join experiments e on e.id = r.experiment_id join people p on p.id = r.requested_by
    where r.experiment_id = ${experimentId}::uuid and r.id = ${requestId}::uuid`);
  if (!request) throw new NotFound();
  return request;
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

const limitsRow = z.strictObject({ answerWithinDays: z.number(), longestMonths: z.number() });

/** After how many days a system shows that other leaders can answer too, and how many months a permission lasts at most. */
export async function findLimits(db: Db, systemId: string) {
  const limits = await read(db, limitsRow).row(sql`
    select answer_within_days as "answerWithinDays", longest_permission_months as "longestMonths"
    from systems where id = ${systemId}::uuid`);
  return limits ?? { answerWithinDays: 0, longestMonths: LONGEST_MONTHS };
}
