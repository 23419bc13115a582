import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { day, named } from "@/db/shapes";
import { inParallel, together } from "@/db/together";
import {
  type CoverFacts,
  coverFactsShape,
  coverRequest,
  noCoverFacts,
} from "@/server/permissions/coverage/cover-facts";
import type { DaysUnderWay } from "@/server/permissions/coverage/coverage";

/** A time as text that sorts, as CoverFacts need it. */
const moment = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`);

const factsRow = coverFactsShape.extend({
  experimentId: z.uuid(),
  requests: z.array(
    coverRequest
      .omit({ carrierIds: true })
      .extend({ carriedBy: z.array(z.array(named)), leadOrganisationId: z.uuid() }),
  ),
});

/** All permission events of an experiment. */
export async function findCoverFacts(db: Db, experimentId: string): Promise<CoverFacts> {
  return (await listCoverFacts(db, [experimentId])).get(experimentId) ?? noCoverFacts;
}

/** The same of many, by experiment, in one query. */
export async function listCoverFacts(db: Db, experimentIds: readonly string[]): Promise<Map<string, CoverFacts>> {
  const rows = await read(db, factsRow).rows(sql`
    select e.id as "experimentId",
      (select coalesce(json_agg(json_build_object('id', r.id, 'fromOn', r.from_on, 'endsOn', r.ends_on,
          'materialHash', r.material_hash, 'renewsId', r.renews_id, 'leadOrganisationId', e.lead_organisation_id,
          'carriedBy', jsonb_path_query_array(r.terms, '$.risks[*].carriedBy')
            || jsonb_path_query_array(r.terms, '$.expectedDips[*].carriedBy'),
          'reviews', (select coalesce(json_agg(json_build_object('board', b.name, 'answers',
              (select coalesce(json_agg(json_build_object('answer', a.answer, 'at', ${moment("a.answered_at")})
                order by a.answered_at, a.id), '[]') from review_answers a where a.review_id = v.id)) order by b.name), '[]')
            from board_reviews v join boards b on b.id = v.board_id where v.request_id = r.id)) order by r.requested_at, r.id), '[]')
        from permission_requests r where r.experiment_id = e.id) as requests,
      (select coalesce(json_agg(json_build_object('id', a.id, 'requestId', a.request_id, 'organisationId', a.organisation_id,
          'answer', a.answer, 'question', case when a.answer = 'question' then a.in_words end,
          'endsOn', a.ends_on, 'at', ${moment("a.answered_at")},
          'acceptedAt', (select ${moment("c.accepted_at")} from accepted_conditions c where c.answer_id = a.id))), '[]')
        from permission_answers a join permission_requests r on r.id = a.request_id where r.experiment_id = e.id) as answers,
      (select coalesce(json_agg(json_build_object('requestId', w.request_id, 'organisationId', w.organisation_id,
          'at', ${moment("w.withdrawn_at")})), '[]')
        from permission_withdrawals w join permission_requests r on r.id = w.request_id where r.experiment_id = e.id) as withdrawals,
      (select coalesce(json_agg(json_build_object('id', u.id, 'standingId', u.standing_id, 'organisationId', u.organisation_id,
          'materialHash', u.material_hash, 'fromOn', u.from_on, 'endsOn', u.ends_on, 'at', ${moment("u.used_at")})), '[]')
        from standing_uses u where u.experiment_id = e.id) as uses,
      (select coalesce(json_agg(json_build_object('organisationId', d.organisation_id, 'at', ${moment("d.decided_at")})), '[]')
        from pause_decisions d where d.experiment_id = e.id and d.decision = 'end permission') as "endedInPause",
      (select coalesce(json_agg(json_build_object('organisationId', h.to_id, 'at', ${moment("h.handed_over_at")})), '[]')
        from carrier_handovers h where h.experiment_id = e.id) as handovers,
      (select coalesce(json_agg(json_build_object('standingId', w.standing_id, 'useId', w.use_id, 'at', ${moment("w.withdrawn_at")})), '[]')
        from standing_withdrawals w where w.standing_id in (select u.standing_id from standing_uses u where u.experiment_id = e.id))
        as "standingWithdrawals",
      (select coalesce(json_agg(json_build_object('materialHash', w.material_hash, 'sinceAt', ${moment("w.since_at")})
          order by w.since_at, w.id), '[]')
        from terms_versions w where w.experiment_id = e.id) as words
    from experiments e where e.id = any (${sql.param([...experimentIds])}::uuid[])`);
  return new Map(
    rows.map(({ experimentId, requests, ...events }) => [
      experimentId,
      { ...events, requests: requests.map(withCarriers) },
    ]),
  );
}

/** A request with those who carry it: its lead organisation carries what nobody does (rule I1). */
function withCarriers({ carriedBy, leadOrganisationId, ...request }: z.infer<typeof factsRow>["requests"][number]) {
  const carriers = (carriedBy.length === 0 ? [[]] : carriedBy).flatMap((parties) =>
    parties.length === 0 ? [leadOrganisationId] : parties.map(({ id }) => id),
  );
  return { ...request, carrierIds: [...new Set(carriers)] };
}

/** The same with the days on which the experiment began and ended, and the names of its system's organisations by id. */
export async function findCoverOverTime(db: Db, { id, systemId }: { id: string; systemId: string }) {
  const { names, ...found } = await together(db, (one) =>
    inParallel({
      facts: findCoverFacts(one, id),
      days: findDaysUnderWay(one, id),
      names: read(one, named).rows(sql`
        select id, name from organisations where id in (
          select organisation_id from system_organisations where system_id = ${systemId}::uuid)`),
    }),
  );
  return { ...found, names: new Map(names.map((organisation) => [organisation.id, organisation.name])) };
}

const daysRow = z.strictObject({ startedOn: day.nullable(), endedOn: day.nullable() });

/** The days, in London, of an experiment's first start and of its end. */
async function findDaysUnderWay(db: Db, experimentId: string): Promise<DaysUnderWay> {
  const days = await read(db, daysRow).row(sql`
    select (min(taken_at) filter (where turn = 'started') at time zone 'Europe/London')::date::text as "startedOn",
      (min(taken_at) filter (where turn in ('stopped', 'concluded')) at time zone 'Europe/London')::date::text as "endedOn"
    from experiment_turns where experiment_id = ${experimentId}::uuid`);
  return days ?? { startedOn: null, endedOn: null };
}
