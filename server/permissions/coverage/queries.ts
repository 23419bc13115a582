import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { DaysUnderWay } from "@/server/permissions/coverage/coverage";
import type { CoverFacts } from "@/server/permissions/coverage/covered";
import type { Terms } from "@/server/permissions/terms/terms";

/** A moment as CoverFacts want it: text that sorts. */
const moment = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`);

type Row = Omit<CoverFacts, "requests"> & {
  requests: (Omit<CoverFacts["requests"][number], "carrierIds"> & { terms: Pick<Terms, "risks" | "expectedDips"> })[];
};

/** All that was said about whether an experiment may run, in one query. */
export async function findCoverFacts(db: Db, experimentId: string): Promise<CoverFacts> {
  const { rows } = await db.execute<Row>(sql`
    select
      (select coalesce(json_agg(json_build_object('id', r.id, 'fromOn', r.from_on, 'endsOn', r.ends_on,
          'materialHash', r.material_hash,
          'terms', json_build_object('risks', r.terms->'risks', 'expectedDips', r.terms->'expectedDips'),
          'needsBoard', exists (select 1 from board_reviews v where v.request_id = r.id),
          'boardAnswers', (select coalesce(json_agg(json_build_object('answer', a.answer, 'at', ${moment("a.answered_at")})
              order by a.answered_at, a.id), '[]')
            from review_answers a join board_reviews v on v.id = a.review_id where v.request_id = r.id))), '[]')
        from permission_requests r where r.experiment_id = e.id) as requests,
      (select coalesce(json_agg(json_build_object('id', a.id, 'requestId', a.request_id, 'organisationId', a.organisation_id,
          'answer', a.answer, 'endsOn', a.ends_on, 'at', ${moment("a.answered_at")},
          'acceptedAt', (select ${moment("c.accepted_at")} from accepted_conditions c where c.answer_id = a.id))), '[]')
        from permission_answers a join permission_requests r on r.id = a.request_id where r.experiment_id = e.id) as answers,
      (select coalesce(json_agg(json_build_object('requestId', w.request_id, 'organisationId', w.organisation_id,
          'at', ${moment("w.withdrawn_at")})), '[]')
        from permission_withdrawals w join permission_requests r on r.id = w.request_id where r.experiment_id = e.id) as withdrawals,
      (select coalesce(json_agg(json_build_object('id', u.id, 'standingId', u.standing_id, 'organisationId', u.organisation_id,
          'materialHash', u.material_hash, 'fromOn', u.from_on, 'endsOn', u.ends_on, 'at', ${moment("u.used_at")})), '[]')
        from standing_uses u where u.experiment_id = e.id) as uses,
      (select coalesce(json_agg(json_build_object('standingId', w.standing_id, 'useId', w.use_id, 'at', ${moment("w.withdrawn_at")})), '[]')
        from standing_withdrawals w where w.standing_id in (select u.standing_id from standing_uses u where u.experiment_id = e.id))
        as "standingWithdrawals",
      (select coalesce(json_agg(json_build_object('materialHash', w.material_hash, 'sinceAt', ${moment("w.since_at")})
          order by w.since_at, w.id), '[]')
        from terms_versions w where w.experiment_id = e.id) as words
    from experiments e where e.id = ${experimentId}::uuid`);
  const [row] = rows;
  if (!row) return { requests: [], answers: [], withdrawals: [], uses: [], standingWithdrawals: [], words: [] };
  return {
    ...row,
    requests: row.requests.map(({ terms, ...request }) => ({ ...request, carrierIds: carriersIn(terms) })),
  };
}

/** The organisations that carried a risk or a dip by the words of a request. */
const carriersIn = ({ risks, expectedDips }: Pick<Terms, "risks" | "expectedDips">): string[] => [
  ...new Set([...(risks ?? []), ...(expectedDips ?? [])].flatMap((one) => one.carriedBy.map((party) => party.id))),
];

/** The names of the organisations that ever carried something of an experiment, or took part in it. */
export async function listCarrierNames(db: Db, organisationIds: string[]): Promise<Map<string, string>> {
  const { rows } = await db.execute<{ id: string; name: string }>(
    sql`select id, name from organisations where id = any (${sql.param(organisationIds)}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The days of an experiment's first start and of its end, in London. */
export async function findDaysUnderWay(db: Db, experimentId: string): Promise<DaysUnderWay> {
  const { rows } = await db.execute<DaysUnderWay>(sql`
    select (min(taken_at) filter (where turn = 'started') at time zone 'Europe/London')::date::text as "startedOn",
      (min(taken_at) filter (where turn in ('stopped', 'concluded')) at time zone 'Europe/London')::date::text as "endedOn"
    from experiment_turns where experiment_id = ${experimentId}::uuid`);
  return rows[0] ?? { startedOn: null, endedOn: null };
}
