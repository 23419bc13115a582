import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { day } from "@/db/shapes";
import { chartKinds, measureRhythms, stages } from "@/db/vocabulary";
import { nextMeetingOn } from "@/server/boards/meeting-rule";
import { meetingRule, meetingRuleColumns } from "@/server/boards/queries";
import { involved, involvedShape } from "@/server/experiments/involved-queries";
import { keptToday, turnShape } from "@/server/experiments/queries";
import { isByEvent } from "@/server/measures/spc/kinds";
import { mayAnswerFor, type Who } from "@/server/who";

const homeExperimentRow = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  leadOrganisation: z.string(),
  stage: z.enum(stages),
  /** The earliest last day of its permissions. */
  endsOn: day.nullable(),
  /** Days until then; negative when past. */
  daysLeft: z.number().nullable(),
  /** Whether the team chose to let it end, with no request since. */
  letsEnd: z.boolean(),
  onTeam: z.boolean(),
  /** Days since the open request was sent, and the system's limit. */
  waitingDays: z.number().nullable(),
  answerWithinDays: z.number(),
  /** Carriers that the person answers for. */
  carriedByMine: z.array(z.string()),
  lastTurn: turnShape.omit({ turn: true }).nullable(),
  /** A leader's question without a reply or answer since. */
  question: z.strictObject({ by: z.string(), inWords: z.string() }).nullable(),
  /** An organisation whose conditions the team has not accepted. */
  conditionsOf: z.string().nullable(),
  requestId: z.uuid().nullable(),
});
export type HomeExperiment = z.infer<typeof homeExperimentRow>;

/** Organisations, each in one system: one that serves in two is led, and worked for, in each of them for itself. */
export type Places = readonly { systemId: string; organisationId: string }[];
/** Whether organisation `c` in the system is one of them. The first half is what indexes find, so the plan is that of organisations alone. */
const isOneOf = (
  places: Places,
  systemId: SQL,
) => sql`c.organisation_id = any (${sql.param(places.map((at) => at.organisationId))}::uuid[])
  and ${systemId} || ' ' || c.organisation_id = any (${sql.param(places.map((at) => `${at.systemId} ${at.organisationId}`))}::text[])`;

/** The experiments that one of these organisations carries and that have not ended; the newest, if so many are wanted. */
const carriedBy = (places: Places, newest: number | null = null) => sql`select carried_experiments(
  ${sql.param([...new Set(places.map((at) => at.organisationId))])}::uuid[], ${newest}::int)`;

/** So many of one's own experiments, and of those that one answers for, stand on home: the newest. */
export const MOST_ON_HOME = 200;
/** Of those that one answers for, some are ideas that nobody has said anything about, which home leaves out. */
const MOST_CARRIED = 500;

/** The experiments of a person's teams that they joined last: one more than are shown, to know whether there are more. */
const newestOfTeams = (who: Who) => sql`
  select t.experiment_id from unnest(${sql.param(who.accounts)}::uuid[]) account (id)
  cross join lateral (select t.experiment_id from team_members t
    where t.person_id = account.id and is_current(t.from_on, t.ends_on)
    order by t.from_on desc, t.experiment_id desc limit ${MOST_ON_HOME + 1}) t`;

/** The experiments that concern a person: on their team, or carried by an organisation they answer for. */
export async function listMyExperiments(db: Db, who: Who, answersFor: Places): Promise<HomeExperiment[]> {
  return read(db, homeExperimentRow).rows(sql`
    with of_teams as materialized (${newestOfTeams(who)})
    select e.id, e.title, o.name as "leadOrganisation", k.stage, k.ends_on::text as "endsOn",
      k.ends_on - london_today() as "daysLeft", k.request_id as "requestId",
      (select london_today() - (r.requested_at at time zone 'Europe/London')::date from permission_requests r
        where r.id = k.request_id) as "waitingDays", s.answer_within_days as "answerWithinDays",
      exists (select 1 from permission_endings n join permission_requests r on r.id = n.request_id
        where r.experiment_id = e.id and not exists (select 1 from permission_requests later
          where later.experiment_id = e.id and later.requested_at >= n.decided_at)) as "letsEnd",
      team.on_team as "onTeam", carried.names as "carriedByMine",
      (select json_build_object('reason', t.reason, 'pauseReason', t.pause_reason, 'by', p.name, 'at', t.taken_at)
        from experiment_turns t left join people p on p.id = t.taken_by
        where t.experiment_id = e.id order by t.taken_at desc, t.id desc limit 1) as "lastTurn",
      (select json_build_object('by', p.name, 'inWords', a.in_words) from permission_answers a
        join people p on p.id = a.answered_by
        where a.request_id = k.request_id and a.answer = 'question' and not exists (
          select 1 from permission_answers later where later.request_id = a.request_id
            and later.organisation_id = a.organisation_id and later.answered_at > a.answered_at)
          and not exists (select 1 from permission_replies y where y.answer_id = a.id)
        order by a.answered_at desc limit 1) as question,
      (select co.name from permission_answers a join organisations co on co.id = a.organisation_id
        where a.request_id = k.request_id and k.request_until >= london_today() and a.answer = 'yes with conditions'
          and not exists (select 1 from accepted_conditions c where c.answer_id = a.id)
          and not exists (select 1 from permission_withdrawals w where w.request_id = a.request_id
            and w.organisation_id = a.organisation_id)
        order by a.answered_at limit 1) as "conditionsOf"
    from (
      select experiment_id from of_teams union ${carriedBy(answersFor, MOST_CARRIED)}
    ) own
    join experiment_stages k on k.experiment_id = own.experiment_id and ${keptToday}
    join experiments e on e.id = k.experiment_id
    join organisations o on o.id = e.lead_organisation_id
    join systems s on s.id = e.system_id
    cross join lateral (select e.id in (select experiment_id from of_teams) as on_team) team
    cross join lateral (select coalesce(json_agg(distinct co.name), '[]') as names, count(*) as count
      from unnest(k.carrier_ids) c (organisation_id) join organisations co on co.id = c.organisation_id
      where ${isOneOf(answersFor, sql`k.system_id`)}
        and (k.request_id is not null
          or exists (select 1 from experiment_turns t where t.experiment_id = e.id)
          or exists (select 1 from risks r where r.experiment_id = e.id and r.removed_at is null)
          or exists (select 1 from expected_dips d where d.experiment_id = e.id and d.removed_at is null))) carried
    where team.on_team or (carried.count > 0 and e.shared_at is not null)
    order by e.registered_at desc`);
}

const requestToAnswerRow = z.strictObject({
  systemId: z.uuid(),
  organisationId: z.uuid(),
  ...involvedShape,
  experimentId: z.uuid(),
  requestId: z.uuid(),
  title: z.string(),
  organisation: z.string(),
  requestedBy: z.string(),
  days: z.number(),
  asked: z.boolean(),
  /** The team has replied to their latest question. */
  replied: z.boolean(),
});

/** Requests that wait for this person's answer, except from their own teams and to which they contributed. */
export async function listRequestsToAnswer(db: Db, who: Who, answersFor: Places) {
  const rows = await read(db, requestToAnswerRow).rows(sql`
    select e.system_id as "systemId", c.organisation_id as "organisationId", ${involved}, r.experiment_id as "experimentId", r.id as "requestId", e.title, o.name as organisation, p.name as "requestedBy",
      london_today() - (r.requested_at at time zone 'Europe/London')::date as days,
      exists (select 1 from permission_answers a where a.request_id = r.id and a.organisation_id = c.organisation_id) as asked,
      exists (select 1 from permission_replies y where y.answer_id = (select a.id from permission_answers a
        where a.request_id = r.id and a.organisation_id = c.organisation_id
        order by a.answered_at desc, a.id desc limit 1)) as replied
    from (${carriedBy(answersFor)}) carried (experiment_id)
    join experiment_stages k on k.experiment_id = carried.experiment_id and ${keptToday}
    join permission_requests r on r.id = k.request_id
    join experiments e on e.id = k.experiment_id
    join unnest(k.carrier_ids) c (organisation_id) on ${isOneOf(answersFor, sql`k.system_id`)}
    join organisations o on o.id = c.organisation_id
    join people p on p.id = r.requested_by
    where k.request_until >= london_today()
      and not exists (select 1 from permission_answers a where a.request_id = r.id
        and a.organisation_id = c.organisation_id and a.answer <> 'question')
      and not exists (select 1 from permission_withdrawals w where w.request_id = r.id
        and w.organisation_id = c.organisation_id)
      and not exists (select 1 from yeses_to(r.id) y where y.given_by = human(${who.id}::uuid) and y.for_whom <> c.organisation_id)
    order by r.requested_at`);
  return rows.flatMap(({ systemId, organisationId, teamIds, formerTeam, authorIds, onceLinkedIds, ...request }) => {
    const it = { systemId, carrierIds: [organisationId], teamIds, formerTeam, authorIds, onceLinkedIds };
    return mayAnswerFor(who, it).length > 0 ? [request] : [];
  });
}

const resultToAddRow = z.strictObject({
  measureId: z.uuid(),
  measure: z.string(),
  rhythm: z.enum(measureRhythms),
  experiment: z.string(),
  organisation: z.string(),
});

/** Missing results of the last whole period, for the person's teams and organisations. Rare events are never due. */
export async function listResultsToAdd(db: Db, who: Who) {
  const byEvent = sql`${sql.param(chartKinds.filter(isByEvent))}::text[]`;
  return read(db, resultToAddRow).rows(sql`
    select m.id as "measureId", m.name as measure, m.rhythm, min(e.title) as experiment, o.short_name as organisation
    from (${newestOfTeams(who)}) t
    join experiments e on e.id = t.experiment_id
    cross join lateral (select turn from experiment_turns t where t.experiment_id = e.id
      order by taken_at desc, id desc limit 1) last
    join experiment_measures x on x.experiment_id = e.id
    join measures m on m.id = x.measure_id
    join measure_contributors c on c.measure_id = m.id and ${isOneOf(who.memberships, sql`c.system_id`)}
      and coalesce(c.ends_on >= london_today(), true)
    join organisations o on o.id = c.organisation_id
    cross join lateral (select case m.rhythm when 'day' then london_today() - 1
      when 'week' then date_trunc('week', london_today())::date - 7
      else (date_trunc('month', london_today()) - interval '1 month')::date end as period_on) due
    where last.turn in ('started', 'resumed')
      and m.chart_kind <> all (${byEvent})
      and not exists (select 1 from observations b where b.measure_id = m.id
        and b.organisation_id = c.organisation_id and b.period_on >= due.period_on and not b.undone
        and not exists (select 1 from observations u where u.measure_id = b.measure_id
          and u.organisation_id = b.organisation_id and u.period_on = b.period_on and u.revision > b.revision))
    group by m.id, m.name, m.rhythm, o.short_name order by m.name`);
}

const reviewToAnswerRow = z.strictObject({
  experimentId: z.uuid(),
  title: z.string(),
  board: z.string(),
  question: z.string(),
  ...meetingRuleColumns,
});

/** Open reviews of boards on which the person sits. */
export async function listReviewsToAnswer(db: Db, who: Who) {
  const accounts = sql`${sql.param(who.accounts)}::uuid[]`;
  const boardIds = who.seats.filter((seat) => seat.role !== "observer").map((seat) => seat.boardId);
  const rows = await read(db, reviewToAnswerRow).rows(sql`
    select r.experiment_id as "experimentId", e.title, b.name as board, r.question, ${meetingRule}
    from board_reviews r join experiments e on e.id = r.experiment_id join boards b on b.id = r.board_id
    where r.board_id = any (${sql.param(boardIds)}::uuid[])
      and not exists (select 1 from review_answers a where a.review_id = r.id)
      and r.asked_by <> all (${accounts}) and human(${who.id}::uuid) not in (select people_involved(e.id))
    order by r.asked_at`);
  return rows.map(({ meetingRule, today, ...review }) => ({
    ...review,
    nextMeetingOn: nextMeetingOn(meetingRule, today),
  }));
}
