import { and, asc, eq, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import {
  experiments,
  experimentWords,
  organisations,
  people,
  permissionAnswers,
  permissionRequests,
  permissionWithdrawals,
} from "@/db/schema";
import { NotFound } from "@/server/errors";
import type { ExperimentInReach } from "@/server/experiments/queries";
import type { BeforeStart } from "@/server/experiments/start";
import type { AnswerInput, AskInput } from "@/server/permissions/input";
import { hashMaterial, hashTerms, type Terms } from "@/server/permissions/terms";
import { listFits } from "@/server/standing/queries";

export type TermsWithoutDates = Omit<Terms, "fromOn" | "untilOn">;

/** Everything a permission for this experiment would cover, as it stands now. */
export async function findTerms(db: Db, experimentId: string): Promise<TermsWithoutDates> {
  const party = (id: string, name: string) => sql.raw(`json_build_object('id', ${id}, 'name', ${name})`);
  const { rows } = await db.execute<TermsWithoutDates>(sql`
    select e.change_idea as "changeIdea", e.place, e.prediction, e.risk_of_not_trying as "riskOfNotTrying", e.reversible,
      (select coalesce(json_agg(${party("o.id", "o.name")}), '[]') from experiment_organisations x
        join organisations o on o.id = x.organisation_id where x.experiment_id = e.id) as "takingPart",
      (select coalesce(json_agg(${party("p.id", "p.name")}), '[]') from team_members t
        join people p on p.id = t.person_id where t.experiment_id = e.id and is_current(t.from_on, t.to_on)) as team,
      (select coalesce(json_agg(json_build_object('id', r.id, 'harm', r.harm, 'whoIsAffected', r.who_is_affected,
          'domain', r.domain, 'consequence', r.consequence, 'likelihood', r.likelihood, 'reducedBy', r.reduced_by,
          'firstSign', r.first_sign, 'carriedBy', (select coalesce(json_agg(${party("o.id", "o.name")}), '[]')
            from risk_carriers c join organisations o on o.id = c.organisation_id where c.risk_id = r.id))), '[]')
        from risks r where r.experiment_id = e.id and r.removed_at is null) as risks,
      (select coalesce(json_agg(json_build_object('id', d.id, 'measure', ${party("m.id", "m.name")}, 'unit', m.unit,
          'fromOn', d.from_on, 'untilOn', d.until_on, 'worstValue', d.worst_value,
          'carriedBy', (select coalesce(json_agg(${party("o.id", "o.name")}), '[]')
            from dip_carriers c join organisations o on o.id = c.organisation_id where c.dip_id = d.id))), '[]')
        from expected_dips d join measures m on m.id = d.measure_id
        where d.experiment_id = e.id and d.removed_at is null) as "expectedDips",
      (select coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'words', s.words)), '[]')
        from stop_rules s where s.experiment_id = e.id and s.removed_at is null) as "stopRules"
    from experiments e where e.id = ${experimentId}::uuid`);
  const [terms] = rows;
  if (!terms) throw new NotFound();
  return terms;
}

/** Keeps beside the experiment the fingerprint of its words in force, so that its stage can be computed for many at once, and since when. */
export async function refreshMaterialHash(
  tx: Transaction,
  { id: experimentId, systemId }: { id: string; systemId: string },
  changedBy: string,
): Promise<void> {
  const materialHash = hashMaterial(await findTerms(tx, experimentId));
  const changed = await tx
    .update(experiments)
    .set({ materialHash })
    .where(and(eq(experiments.id, experimentId), sql`${experiments.materialHash} <> ${materialHash}`))
    .returning({ id: experiments.id });
  if (changed.length > 0) {
    await tx.insert(experimentWords).values({ systemId, experimentId, materialHash, changedBy });
  }
}

export async function askPermission(tx: Transaction, experiment: ExperimentInReach, personId: string, input: AskInput) {
  const terms: Terms = { ...(await findTerms(tx, experiment.id)), fromOn: input.fromOn, untilOn: input.untilOn };
  const [request] = await tx
    .insert(permissionRequests)
    .values({
      systemId: experiment.systemId,
      experimentId: experiment.id,
      terms,
      termsHash: hashTerms(terms),
      materialHash: hashMaterial(terms),
      fromOn: input.fromOn,
      untilOn: input.untilOn,
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

/** The request as it was put, with its terms; refuses what is not of this experiment. */
export async function findRequest(db: Db, experimentId: string, requestId: string) {
  const [request] = await db
    .select({
      id: permissionRequests.id,
      terms: permissionRequests.terms,
      termsHash: permissionRequests.termsHash,
      materialHash: permissionRequests.materialHash,
      currentHash: experiments.materialHash,
      fromOn: permissionRequests.fromOn,
      untilOn: permissionRequests.untilOn,
      requestedBy: people.name,
      requestedAt: permissionRequests.requestedAt,
      ended: sql<boolean>`${permissionRequests.untilOn} < london_today()`,
      takenBack: sql<boolean>`exists (select 1 from permission_withdrawals w where w.request_id = ${permissionRequests.id} and w.organisation_id is null)`,
      /** Organisations whose leaders have taken it back for good. */
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

/** Every answer to an experiment's requests, oldest first, questions included. */
export async function listAnswers(db: Db, experimentId: string) {
  return db
    .select({
      id: permissionAnswers.id,
      requestId: permissionAnswers.requestId,
      organisationId: permissionAnswers.organisationId,
      organisation: organisations.name,
      answer: permissionAnswers.answer,
      inWords: permissionAnswers.inWords,
      untilOn: permissionAnswers.untilOn,
      tighterDips: permissionAnswers.tighterDips,
      acceptedAt: sql<
        string | null
      >`(select c.accepted_at::text from accepted_conditions c where c.answer_id = ${permissionAnswers.id})`,
      termsHash: permissionAnswers.termsHash,
      by: people.name,
      job: people.job,
      inPlaceOf: sql<string | null>`(select l.name from people l where l.id = ${permissionAnswers.inPlaceOf})`,
      at: permissionAnswers.answeredAt,
    })
    .from(permissionAnswers)
    .innerJoin(permissionRequests, eq(permissionRequests.id, permissionAnswers.requestId))
    .innerJoin(organisations, eq(organisations.id, permissionAnswers.organisationId))
    .innerJoin(people, eq(people.id, permissionAnswers.answeredBy))
    .where(eq(permissionRequests.experimentId, experimentId))
    .orderBy(asc(permissionAnswers.answeredAt), asc(permissionAnswers.id));
}

/** An experiment's requests, newest first. */
export async function listRequests(db: Db, experimentId: string) {
  const { rows } = await db.execute<{
    id: string;
    fromOn: string;
    untilOn: string;
    requestedBy: string;
    requestedAt: string;
    ended: boolean;
    sameTerms: boolean;
    takenBack: { reason: string; by: string; at: string } | null;
    withdrawals: { organisation: string; reason: string; by: string; at: string }[];
  }>(sql`
    select r.id, r.from_on::text as "fromOn", r.until_on::text as "untilOn", p.name as "requestedBy",
      r.requested_at::text as "requestedAt", r.until_on < london_today() as ended,
      r.material_hash = e.material_hash as "sameTerms",
      (select json_build_object('reason', w.reason, 'by', wp.name, 'at', w.withdrawn_at) from permission_withdrawals w
        join people wp on wp.id = w.withdrawn_by where w.request_id = r.id and w.organisation_id is null limit 1) as "takenBack",
      (select coalesce(json_agg(json_build_object('organisation', o.name, 'reason', w.reason, 'by', wp.name, 'at', w.withdrawn_at)), '[]')
        from permission_withdrawals w join organisations o on o.id = w.organisation_id
        join people wp on wp.id = w.withdrawn_by where w.request_id = r.id) as withdrawals
    from permission_requests r join experiments e on e.id = r.experiment_id join people p on p.id = r.requested_by
    where r.experiment_id = ${experimentId}::uuid order by r.requested_at desc, r.id desc`);
  return rows;
}

export type Carrier = {
  organisationId: string;
  organisation: string;
  /** Who answers for it today and may answer this experiment's request. */
  leaders: { id: string; name: string; standsInFor: string | null }[];
  /** Leaders left out because they are on the team. */
  onTeam: string[];
  covering: boolean;
  granting: boolean;
  outdated: boolean;
  untilOn: string | null;
  /** First day of a permission that begins later. */
  beginsOn: string | null;
  /** Last day of one that has ended. */
  endedOn: string | null;
  /** Whether the latest request, still open, waits for its answer; or was answered "not this time". */
  asked: boolean;
  refused: boolean;
  question: string | null;
  /** It said yes with conditions that the team has not accepted. */
  conditionsOpen: boolean;
  /** The board whose yes is still missing, where the request needs one. */
  awaitsBoard: string | null;
};

/** The organisations that carry a risk or a dip, who answers for each, and whether a permission of theirs holds. */
export async function listCarriers(
  db: Db,
  experiment: Pick<ExperimentInReach, "id" | "authorIds" | "teamIds">,
): Promise<Carrier[]> {
  const excluded = [...new Set([...experiment.authorIds, ...experiment.teamIds])];
  const { rows } = await db.execute<Carrier>(sql`
    with involved as (
      select coalesce(p.same_person_as, p.id) as id from people p where p.id = any (${sql.param(excluded)}::uuid[])
    ), answering as (
      select m.organisation_id, m.person_id, null::uuid as leader_id from memberships m
        where m.role = 'leader' and is_current(m.from_on, m.to_on)
      union
      select d.organisation_id, d.deputy_id, d.leader_id from deputies d
        join memberships m on m.person_id = d.leader_id and m.organisation_id = d.organisation_id
        where m.role = 'leader' and is_current(m.from_on, m.to_on) and is_current(d.from_on, d.to_on)
    )
    select c.organisation_id as "organisationId", o.name as organisation,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name,
          'standsInFor', (select l.name from people l where l.id = a.leader_id)) order by a.leader_id nulls first, p.name), '[]')
        from answering a join people p on p.id = a.person_id
        where a.organisation_id = c.organisation_id and p.suspended_at is null
          and coalesce(p.same_person_as, p.id) not in (select id from involved)) as leaders,
      (select coalesce(json_agg(distinct p.name), '[]') from answering a join people p on p.id = a.person_id
        where a.organisation_id = c.organisation_id
          and coalesce(p.same_person_as, p.id) in (select id from involved)) as "onTeam",
      coalesce(bool_or(g.same_terms and g.until_on >= london_today() and g.from_on <= london_today()), false) as covering,
      coalesce(bool_or(g.same_terms and g.until_on >= london_today()), false) as granting,
      coalesce(bool_or(not g.same_terms and g.until_on >= london_today()), false) as outdated,
      (max(g.until_on) filter (where g.same_terms))::text as "untilOn",
      (min(g.from_on) filter (where g.same_terms and g.from_on > london_today()))::text as "beginsOn",
      (max(g.until_on) filter (where g.until_on < london_today()))::text as "endedOn",
      coalesce(f.request_open and f.request_same_terms and coalesce(latest.answer, 'question') = 'question', false) as asked,
      coalesce(latest.answer = 'not this time', false) as refused,
      case when latest.answer = 'question' then latest.in_words end as question,
      coalesce(f.request_open and f.request_same_terms and latest.answer = 'yes with conditions' and not latest.accepted
        and not latest.taken_back, false) as "conditionsOpen",
      case when f.request_open and f.request_same_terms and latest.answer like 'yes%' and not latest.taken_back
        then awaited.board end as "awaitsBoard"
    from experiment_carriers c
    join organisations o on o.id = c.organisation_id
    join experiment_facts f on f.experiment_id = c.experiment_id
    left join lateral (select a.answer, a.in_words,
        exists (select 1 from accepted_conditions ac where ac.answer_id = a.id) as accepted,
        exists (select 1 from permission_withdrawals w where w.request_id = a.request_id
          and w.organisation_id = a.organisation_id) as taken_back
      from permission_answers a
      where a.request_id = f.request_id and a.organisation_id = c.organisation_id
      order by a.answered_at desc, a.id desc limit 1) latest on true
    left join lateral (select b.name as board from board_reviews v join boards b on b.id = v.board_id
      where v.request_id = f.request_id and coalesce((select ra.answer from review_answers ra where ra.review_id = v.id
        order by ra.answered_at desc, ra.id desc limit 1), '') not in ('go on', 'spread') order by b.name limit 1) awaited on true
    left join permission_grants g on g.experiment_id = c.experiment_id and g.organisation_id = c.organisation_id
    where c.experiment_id = ${experiment.id}::uuid
    group by c.organisation_id, o.name, f.request_open, f.request_same_terms, latest.answer, latest.in_words,
      latest.accepted, latest.taken_back, awaited.board order by o.name`);
  return rows;
}

/** What `whyNotStart` needs to know. */
export async function findBeforeStart(db: Db, experiment: ExperimentInReach) {
  const { rows } = await db.execute<{ riskCount: number; riskOfNotTrying: string }>(sql`
    select e.risk_of_not_trying as "riskOfNotTrying",
      (select count(*)::int from risks r where r.experiment_id = e.id and r.removed_at is null) as "riskCount"
    from experiments e where e.id = ${experiment.id}::uuid`);
  const [said] = rows;
  if (!said) throw new NotFound();
  const fits = await listFits(db, experiment);
  const carriers = (await listCarriers(db, experiment)).map((carrier) => {
    const fit = fits.get(carrier.organisationId);
    return { ...carrier, standing: { fits: fit?.fits != null, sentences: fit?.sentences ?? [] } };
  });
  return { ...said, stage: experiment.stage, carriers } satisfies BeforeStart;
}

type NewAnswer = {
  organisationId: string;
  inPlaceOf: string | null;
  input: Pick<AnswerInput, "answer" | "inWords" | "termsHash" | "requestId" | "untilOn" | "tighterDips">;
};

export async function answerRequest(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  answer: NewAnswer,
) {
  await tx.insert(permissionAnswers).values({
    ...answer.input,
    systemId: experiment.systemId,
    organisationId: answer.organisationId,
    answeredBy: personId,
    inPlaceOf: answer.inPlaceOf,
    answeredAt: sql`leeway_now()`,
  });
}

export async function withdrawPermission(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  withdrawal: { requestId: string; organisationId: string | null; reason: string },
) {
  await tx
    .insert(permissionWithdrawals)
    .values({ ...withdrawal, systemId: experiment.systemId, withdrawnBy: personId });
}
