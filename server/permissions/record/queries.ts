import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { day, idRow, instant } from "@/db/shapes";
import { restrictToRecord } from "@/db/tenant-transaction";
import { NotFound } from "@/server/errors";
import { withinReach } from "@/server/experiments/queries";
import { withNamesNow } from "@/server/permissions/record/party-queries";
import { type RecordFacts, recordShape } from "@/server/permissions/record/record";
import { termsShape } from "@/server/permissions/terms/queries";
import type { Who } from "@/server/who";

/**
 * Gives access to one record: to anyone who can see its experiment, and to anyone who took part, even after leaving. For
 * the latter the rest of this transaction can read nothing else.
 * @returns whether the person may also open the experiment
 */
export async function openRecord(tx: Transaction, who: Who, recordId: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 from experiments e where ${withinReach(who)} and (e.id in (select r.experiment_id from permission_requests r where r.id = ${recordId}::uuid)
      or e.id in (select u.experiment_id from standing_uses u where u.id = ${recordId}::uuid))`);
  if (rows.length > 0) return true;
  await restrictToRecord(tx, who.id, recordId);
  return false;
}

/** Fields whose query differs between the two kinds of record. */
const fieldsByKind = {
  experimentId: true,
  hash: true,
  fromOn: true,
  endsOn: true,
  asked: true,
  answers: true,
  standing: true,
  boards: true,
  takenBack: true,
} as const;
const recordByKindRow = recordShape.pick(fieldsByKind).extend({
  /** As stored at the time; a request's include its dates. */
  terms: termsShape
    .partial({ reversible: true })
    .extend({ whyLonger: z.string().optional(), fromOn: day.optional(), endsOn: day.optional() })
    .nullable(),
  systemId: z.uuid(),
  materialHash: z.string(),
  askedAt: instant,
  carrierIds: z.array(z.uuid()),
});
type RecordByKind = z.infer<typeof recordByKindRow>;
const experimentRow = recordShape.omit(fieldsByKind);

/** The facts of a record of either kind. */
export async function findRecordFacts(db: Db, recordId: string): Promise<RecordFacts> {
  const record = (await findRequestRecord(db, recordId)) ?? (await findUseRecord(db, recordId));
  if (!record) throw new NotFound();
  const { materialHash, askedAt, carrierIds, systemId, ...facts } = record;
  const then = sql`${askedAt}::timestamptz`;
  const experiment = await read(db, experimentRow).row(sql`
    select name_then(e.id, e.title, ${then}) as title, name_then(s.id, s.name, ${then}) as system,
      name_then(o.id, o.name, ${then}) as "leadOrganisation", london_today()::text as today,
      (select coalesce(json_agg(json_build_object('organisation', name_then(c.id, c.name, ${then}), 'leaders', (
          select coalesce(json_agg(distinct name_then(p.id, p.name, ${then})), '[]') from memberships m join people p on p.id = m.person_id
          where m.organisation_id = c.id and m.system_id = ${systemId}::uuid and m.role = 'leader'
            and m.from_on <= ${londonDay(then)} and coalesce(m.ends_on >= ${londonDay(then)}, true)))
          order by c.name), '[]') from organisations c where c.id = any (${sql.param(carrierIds)}::uuid[])) as "askedOf",
      (select coalesce(json_agg(json_build_object('turn', t.turn, 'pauseReason', t.pause_reason, 'reason', t.reason,
          'by', name_then(p.id, p.name, t.taken_at), 'at', t.taken_at) order by t.taken_at, t.id), '[]')
        from experiment_turns t left join people p on p.id = t.taken_by
        where t.experiment_id = e.id and t.taken_at >= ${then}
          and (${londonDay(sql`t.taken_at`)} <= ${facts.endsOn}::date or t.turn in ('stopped', 'concluded'))) as turns,
      (select coalesce(json_agg(json_build_object('organisation', name_then(c.id, c.name, ${then}), 'decision', d.decision,
          'reason', d.reason, 'by', name_then(p.id, p.name, d.decided_at), 'inPlaceOf', name_then(l.id, l.name, d.decided_at),
          'at', d.decided_at) order by d.decided_at, d.id), '[]')
        from pause_decisions d join organisations c on c.id = d.organisation_id join people p on p.id = d.decided_by
        left join people l on l.id = d.in_place_of
        where d.experiment_id = e.id and d.decided_at >= ${then}
          and ${londonDay(sql`d.decided_at`)} <= ${facts.endsOn}::date) as "pauseDecisions",
      (select min(w.since_at)::text from terms_versions w where w.experiment_id = e.id
        and w.since_at > ${then} and ${londonDay(sql`w.since_at`)} <= ${facts.endsOn}::date
        and w.material_hash <> ${materialHash}) as "wordsChangedAt",
      (select json_build_object('id', b.id, 'at', b.requested_at) from permission_requests r
        join permission_requests b on b.id = r.renews_id where r.id = ${recordId}::uuid) as renews,
      (select coalesce(json_agg(json_build_object('id', r.id, 'at', r.requested_at) order by r.requested_at), '[]')
        from permission_requests r where r.renews_id = ${recordId}::uuid) as "renewedBy",
      (select json_build_object('outcome', c.outcome, 'learned', c.learned, 'by', name_then(p.id, p.name, c.concluded_at),
        'at', c.concluded_at)
        from conclusions c join people p on p.id = c.concluded_by where c.experiment_id = e.id) as conclusion
    from experiments e join systems s on s.id = e.system_id join organisations o on o.id = e.lead_organisation_id
    where e.id = ${facts.experimentId}::uuid`);
  if (!experiment) throw new NotFound();
  const terms = facts.terms && (await withNamesNow(db, facts.terms));
  return { id: recordId, ...facts, ...experiment, terms };
}

const londonDay = (moment: SQL) => sql`(${moment} at time zone 'Europe/London')::date`;

/** A request with its answers. */
async function findRequestRecord(db: Db, recordId: string): Promise<RecordByKind | undefined> {
  return read(db, recordByKindRow).row(sql`
    select r.experiment_id as "experimentId", r.system_id as "systemId", r.terms, r.terms_hash as hash,
      r.material_hash as "materialHash", r.from_on::text as "fromOn", r.ends_on::text as "endsOn",
      r.requested_at::text as "askedAt", json_build_object('by', name_then(p.id, p.name, r.requested_at),
        'job', job_then(p.id, p.job, r.requested_at), 'at', r.requested_at) as asked,
      (select coalesce(json_agg(distinct c->>'id'), '[]') from jsonb_path_query(r.terms, '$.*[*].carriedBy[*]') c) as "carrierIds",
      (select coalesce(json_agg(json_build_object('id', a.id, 'organisation', name_then(o.id, o.name, r.requested_at), 'answer', a.answer, 'inWords', a.in_words,
          'endsOn', a.ends_on, 'tighterDips', a.tighter_dips, 
          'by', name_then(ap.id, ap.name, a.answered_at), 'job', job_then(ap.id, ap.job, a.answered_at),
          'inPlaceOf', name_then(l.id, l.name, a.answered_at), 'at', a.answered_at,
          'accepted', (select json_build_object('by', name_then(cp.id, cp.name, c.accepted_at), 'at', c.accepted_at) from accepted_conditions c
            join people cp on cp.id = c.accepted_by where c.answer_id = a.id),
          'replies', (select coalesce(json_agg(json_build_object('by', name_then(sp.id, sp.name, s.replied_at), 'inWords', s.in_words, 'at', s.replied_at)
              order by s.replied_at, s.id), '[]')
            from permission_replies s join people sp on sp.id = s.replied_by where s.answer_id = a.id))
          order by a.answered_at, a.id), '[]')
        from permission_answers a join organisations o on o.id = a.organisation_id join people ap on ap.id = a.answered_by
        left join people l on l.id = a.in_place_of where a.request_id = r.id) as answers,
      '[]'::json as standing,
      (select coalesce(json_agg(json_build_object('board', name_then(b.id, b.name, v.asked_at), 'question', v.question, 'answers', (
          select coalesce(json_agg(json_build_object('answer', s.answer, 'reason', s.reason,
              'by', name_then(sp.id, sp.name, s.answered_at), 'at', s.answered_at)
              order by s.answered_at, s.id), '[]')
            from review_answers s join people sp on sp.id = s.answered_by where s.review_id = v.id)) order by v.asked_at), '[]')
        from board_reviews v join boards b on b.id = v.board_id where v.request_id = r.id) as boards,
      (select coalesce(json_agg(json_build_object('organisation', name_then(o.id, o.name, r.requested_at), 'reason', w.reason,
          'by', name_then(wp.id, wp.name, w.withdrawn_at), 'at', w.withdrawn_at) order by w.withdrawn_at, w.id), '[]')
        from permission_withdrawals w left join organisations o on o.id = w.organisation_id
        join people wp on wp.id = w.withdrawn_by where w.request_id = r.id) as "takenBack"
    from permission_requests r join people p on p.id = r.requested_by where r.id = ${recordId}::uuid`);
}

/** A start under standing permissions, from any of the uses at that time. */
async function findUseRecord(db: Db, recordId: string): Promise<RecordByKind | undefined> {
  return read(db, recordByKindRow).row(sql`
    with used as (
      select u.* from standing_uses this join standing_uses u on u.experiment_id = this.experiment_id and u.used_at = this.used_at
      where this.id = ${recordId}::uuid)
    select u.experiment_id as "experimentId", u.system_id as "systemId", u.terms, u.material_hash as hash,
      u.material_hash as "materialHash", u.from_on::text as "fromOn", (select max(ends_on)::text from used) as "endsOn",
      u.used_at::text as "askedAt", json_build_object('by', name_then(p.id, p.name, u.used_at),
        'job', job_then(p.id, p.job, u.used_at), 'at', u.used_at) as asked,
      '[]'::json as "carrierIds", '[]'::json as answers, '[]'::json as boards,
      (select json_agg(json_build_object('organisation', name_then(o.id, o.name, u.used_at), 'words', used.words) order by o.name)
        from used join organisations o on o.id = used.organisation_id) as standing,
      (select coalesce(json_agg(json_build_object('organisation', name_then(o.id, o.name, u.used_at), 'reason', w.reason,
          'by', name_then(wp.id, wp.name, w.withdrawn_at), 'at', w.withdrawn_at) order by w.withdrawn_at, w.id), '[]')
        from standing_withdrawals w join used on used.standing_id = w.standing_id and (w.use_id is null or w.use_id = used.id)
        join organisations o on o.id = used.organisation_id join people wp on wp.id = w.withdrawn_by) as "takenBack"
    from standing_uses u join people p on p.id = u.used_by where u.id = ${recordId}::uuid`);
}

/** The record to link to: the newest granted permission that has begun; else one that begins later; else the latest request. */
export async function findRecordId(db: Db, experimentId: string): Promise<string | null> {
  const record = await read(db, idRow).row(sql`
    select id from (
      select r.id, r.from_on, r.requested_at as at,
        exists (select 1 from permission_answers a where a.request_id = r.id and a.answer like 'yes%') as given
      from permission_requests r where r.experiment_id = ${experimentId}::uuid
      union all select u.id, u.from_on, u.used_at, true from standing_uses u where u.experiment_id = ${experimentId}::uuid) records
    order by given desc, from_on <= london_today() desc, from_on desc, at desc, id limit 1`);
  return record?.id ?? null;
}

const ownRecordRow = z.strictObject({ id: z.uuid(), title: z.string(), fromOn: day, endsOn: day });

/** Records of permissions that a person took part in, newest first; also without any current membership. */
export async function listOwnRecords(db: Db, personId: string) {
  return read(db, ownRecordRow).rows(sql`
    select record_id as id, title, from_on::text as "fromOn", ends_on::text as "endsOn"
    from kept_records(${personId}::uuid) order by from_on desc, title, record_id`);
}
