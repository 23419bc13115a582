import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { conclusions, experimentOrganisations, experiments, experimentTurns, teamMembers } from "@/db/schema";
import type { ConclusionOutcome, PathwayStage, Stage } from "@/db/terms";
import { Conflict, NotFound, Refusal, refuse } from "@/server/errors";
import type { ConcludeInput, EditInput, ExperimentFilters, RegisterInput } from "@/server/experiments/input";
import { shortName } from "@/server/experiments/short-name";
import { type StageFacts, stageOf } from "@/server/experiments/stage";
import type { ExperimentForPolicy, Who } from "@/server/policy";

/** Who sees an experiment of their systems: everyone once it is shared, before that its team alone. */
export const withinReach = (who: Who): SQL => sql`(e.shared_at is not null or exists (
  select 1 from team_members t where t.experiment_id = e.id
    and t.person_id = any (${sql.param(who.accounts)}::uuid[]) and is_current(t.from_on, t.to_on)))`;

export const stageFacts = sql`json_build_object(
  'lastTurn', f.last_turn, 'carriers', f.carriers, 'covering', f.covering, 'granting', f.granting,
  'outdated', f.outdated, 'lapsed', f.lapsed, 'requestOpen', f.request_open, 'requestSameTerms', f.request_same_terms)`;

/**
 * The facts `f` of each experiment `e`, looked up one by one: for a few out of many. A plain join with experiment_facts
 * puts them together for the whole system at once; `offset 0` keeps PostgreSQL from making this one into that.
 */
export const factsOfEach = sql`cross join lateral (
  select * from experiment_facts one where one.experiment_id = e.id offset 0) f`;

/** What rules and policy need to know of one experiment. */
export type ExperimentInReach = ExperimentForPolicy & {
  id: string;
  title: string;
  shared: boolean;
  version: number;
  stage: Stage;
  facts: StageFacts;
  /** Today in London, by the database's clock. */
  today: string;
};

/** The only way to one experiment; refuses as "not found" what is out of reach. With `lock`, nobody else changes it meanwhile. */
export async function findExperimentWithinReach(
  db: Db,
  who: Who,
  experimentId: string,
  { lock }: { lock: boolean },
): Promise<ExperimentInReach> {
  if (lock) await db.execute(sql`select 1 from experiments where id = ${experimentId}::uuid for no key update`);
  const { rows } = await db.execute<Omit<ExperimentInReach, "stage" | "ended">>(sql`
    select e.id, e.system_id as "systemId", e.title, e.version, e.shared_at is not null as shared,
      f.today::text as today, ${stageFacts} as facts,
      (select coalesce(json_agg(t.person_id), '[]') from team_members t
        where t.experiment_id = e.id and is_current(t.from_on, t.to_on)) as "teamIds",
      (select json_agg(distinct a.id) from (select e.registered_by as id union select r.requested_by
        from permission_requests r where r.experiment_id = e.id union select j.person_id from journal j
        where j.experiment_id = e.id and j.details @> '{"wrote": true}') a) as "authorIds",
      (select coalesce(json_agg(o.organisation_id), '[]') from experiment_organisations o
        where o.experiment_id = e.id) as "organisationIds",
      (select coalesce(json_agg(c.organisation_id), '[]') from experiment_carriers c
        where c.experiment_id = e.id) as "carrierIds",
      (select coalesce(json_agg(distinct c.organisation_id), '[]') from experiment_measures m
        join measure_contributors c on c.measure_id = m.measure_id where m.experiment_id = e.id) as "contributorIds",
      (select coalesce(json_agg(distinct r.board_id), '[]') from board_reviews r
        where r.experiment_id = e.id) as "boardIds"
    from experiments e join experiment_facts f on f.experiment_id = e.id
    where e.id = ${experimentId}::uuid and ${withinReach(who)}`);
  const [found] = rows;
  if (!found) throw new NotFound();
  const stage = stageOf(found.facts);
  return { ...found, stage, ended: stage === "ended" };
}

/** One experiment as its page tells it. */
export async function findStory(db: Db, experimentId: string) {
  const { rows } = await db.execute<{
    id: string;
    title: string;
    problem: string;
    changeIdea: string;
    place: string;
    aim: string;
    prediction: string;
    predictionBecause: string;
    startsAt: PathwayStage | null;
    showsAt: PathwayStage | null;
    riskOfNotTrying: string;
    reversible: boolean | null;
    plannedWeeks: number | null;
    version: number;
    shared: boolean;
    leadOrganisation: string;
    startedAt: string | null;
    lastTurnAt: string | null;
    team: { id: string; name: string; job: string; leads: boolean }[];
    takingPart: { id: string; name: string; shortName: string }[];
    lastTurn: { turn: string; reason: string; pauseReason: string | null; by: string | null; at: string } | null;
    conclusion: {
      outcome: ConclusionOutcome;
      whatHappened: string;
      learned: string;
      goalsMet: string;
      tradeOffs: string;
      unpleasantSurprises: string;
      pleasantSurprises: string;
      tellNextTeam: string;
      changeStops: boolean;
      measuringStops: boolean;
      by: string;
      at: string;
    } | null;
  }>(sql`
    select e.id, e.title, e.problem, e.change_idea as "changeIdea", e.place, e.aim, e.prediction,
      e.prediction_because as "predictionBecause", e.starts_at as "startsAt", e.shows_at as "showsAt",
      e.risk_of_not_trying as "riskOfNotTrying", e.reversible, e.planned_weeks as "plannedWeeks", e.version, e.shared_at is not null as shared,
      lead.name as "leadOrganisation", f.started_at as "startedAt", f.last_turn_at as "lastTurnAt",
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'job', p.job, 'leads', t.leads)
          order by t.leads desc, p.name), '[]')
        from team_members t join people p on p.id = t.person_id
        where t.experiment_id = e.id and is_current(t.from_on, t.to_on)) as team,
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name) order by o.name), '[]')
        from experiment_organisations x join organisations o on o.id = x.organisation_id
        where x.experiment_id = e.id) as "takingPart",
      (select json_build_object('turn', t.turn, 'reason', t.reason, 'pauseReason', t.pause_reason, 'by', p.name, 'at', t.taken_at)
        from experiment_turns t left join people p on p.id = t.taken_by
        where t.experiment_id = e.id order by t.taken_at desc, t.id desc limit 1) as "lastTurn",
      (select json_build_object('outcome', c.outcome, 'whatHappened', c.what_happened, 'learned', c.learned,
          'goalsMet', c.goals_met, 'tradeOffs', c.trade_offs, 'unpleasantSurprises', c.unpleasant_surprises,
          'pleasantSurprises', c.pleasant_surprises, 'tellNextTeam', c.tell_next_team, 'changeStops', c.change_stops, 'measuringStops', c.measuring_stops,
          'by', p.name, 'at', c.concluded_at)
        from conclusions c join people p on p.id = c.concluded_by where c.experiment_id = e.id) as conclusion
    from experiments e
    join organisations lead on lead.id = e.lead_organisation_id
    join experiment_facts f on f.experiment_id = e.id
    where e.id = ${experimentId}::uuid`);
  const [story] = rows;
  if (!story) throw new NotFound();
  return story;
}

export type ExperimentCard = {
  id: string;
  title: string;
  changeIdea: string;
  place: string;
  leadOrganisation: string;
  leads: string | null;
  startsAt: string | null;
  untilOn: string | null;
  outcome: string | null;
  stage: Stage;
};

/** The experiments within reach that fit the filters, newest first; the stage is computed for each, so it is filtered here. */
export async function listExperiments(db: Db, who: Who, filters: ExperimentFilters) {
  const found = filters.q
    ? sql`and (e.id in (select search_experiments(${filters.q})) or e.title ilike ${`%${filters.q.replace(/[\\%_]/g, "\\$&")}%`})`
    : sql``;
  const organisation = filters.organisation
    ? sql`and exists (select 1 from experiment_organisations x where x.experiment_id = e.id and x.organisation_id = ${filters.organisation}::uuid)`
    : sql``;
  const pathway = filters.pathway
    ? sql`and (e.starts_at = ${filters.pathway} or e.shows_at = ${filters.pathway})`
    : sql``;
  const mine = filters.mine
    ? sql`and exists (select 1 from team_members t where t.experiment_id = e.id
        and t.person_id = any (${sql.param(who.accounts)}::uuid[]) and is_current(t.from_on, t.to_on))`
    : sql``;
  const { rows } = await db.execute<{ id: string; facts: StageFacts }>(sql`
    select e.id, ${stageFacts} as facts
    from experiments e join experiment_facts f on f.experiment_id = e.id
    where ${withinReach(who)} ${found} ${organisation} ${pathway} ${mine}
    order by e.registered_at desc, e.id desc`);
  const all = rows.map((row) => ({ id: row.id, stage: stageOf(row.facts) }));
  const fitting = filters.stage ? all.filter((one) => one.stage === filters.stage) : all;
  const counts: Partial<Record<Stage, number>> = {};
  for (const one of all) counts[one.stage] = (counts[one.stage] ?? 0) + 1;
  const page = fitting.slice((filters.page - 1) * pageSize, filters.page * pageSize);
  const cards = await listCards(db, page);
  return { cards, total: fitting.length, pages: Math.max(1, Math.ceil(fitting.length / pageSize)), counts };
}

const pageSize = 20;

async function listCards(db: Db, page: { id: string; stage: Stage }[]): Promise<ExperimentCard[]> {
  if (page.length === 0) return [];
  const { rows } = await db.execute<Omit<ExperimentCard, "stage">>(sql`
    select e.id, e.title, e.change_idea as "changeIdea", e.place, o.name as "leadOrganisation", e.starts_at as "startsAt",
      (select p.name from team_members t join people p on p.id = t.person_id
        where t.experiment_id = e.id and t.leads and is_current(t.from_on, t.to_on) order by p.name limit 1) as leads,
      (select min(g.until_on)::text from permission_grants g where g.experiment_id = e.id and g.same_terms) as "untilOn",
      (select c.outcome from conclusions c where c.experiment_id = e.id) as outcome
    from experiments e join organisations o on o.id = e.lead_organisation_id
    where e.id = any (${sql.param(page.map((one) => one.id))}::uuid[])`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return page.flatMap(({ id, stage }) => {
    const card = byId.get(id);
    return card ? [{ ...card, stage }] : [];
  });
}

/** Refuses organisations that do not serve in this system today. */
async function takePart(tx: Transaction, experiment: { id: string; systemId: string }, organisationIds: string[]) {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select organisation_id as id from system_organisations
    where system_id = ${experiment.systemId}::uuid and organisation_id = any (${sql.param(organisationIds)}::uuid[])
      and is_current(from_on, to_on)`);
  if (rows.length !== new Set(organisationIds).size) {
    throw new Refusal([], { takingPart: "Choose organisations that serve in this system today" });
  }
  const { id: experimentId, systemId } = experiment;
  await tx.delete(experimentOrganisations).where(eq(experimentOrganisations.experimentId, experimentId));
  await tx
    .insert(experimentOrganisations)
    .values(rows.map(({ id: organisationId }) => ({ systemId, experimentId, organisationId })));
}

export async function registerExperiment(tx: Transaction, personId: string, systemId: string, input: RegisterInput) {
  const { takingPart = [], title = shortName(input.changeIdea), ...told } = input;
  const [experiment] = await tx
    .insert(experiments)
    .values({ ...told, title, systemId, registeredBy: personId })
    .returning({ id: experiments.id, title: experiments.title });
  if (!experiment) throw new NotFound();
  await takePart(tx, { id: experiment.id, systemId }, [input.leadOrganisationId, ...takingPart]);
  await tx.insert(teamMembers).values({ systemId, experimentId: experiment.id, personId, leads: true });
  return experiment;
}

/** Writes the experiment's words anew, if nobody did since they were read; else both versions go back. */
export async function editExperiment(tx: Transaction, experiment: ExperimentInReach, input: EditInput) {
  const { version, takingPart, ...told } = input;
  const [edited] = await tx
    .update(experiments)
    .set({ ...told, version: version + 1 })
    .where(and(eq(experiments.id, experiment.id), eq(experiments.version, version)))
    .returning({ leadOrganisationId: experiments.leadOrganisationId });
  if (!edited) throw await conflictWith(tx, experiment.id);
  const organisationIds = [edited.leadOrganisationId, ...takingPart];
  if (experiment.carrierIds.some((carrier) => !organisationIds.includes(carrier))) {
    throw new Refusal([], {
      takingPart: "An organisation that carries a risk or a dip takes part. Change the risk first",
    });
  }
  await takePart(tx, experiment, organisationIds);
}

async function conflictWith(tx: Transaction, experimentId: string): Promise<Conflict> {
  const story = await findStory(tx, experimentId);
  const { rows } = await tx.execute<{ by: string; at: string }>(sql`
    select p.name as by, j.at::text as at from journal j join people p on p.id = j.person_id
    where j.experiment_id = ${experimentId}::uuid and j.details @> '{"wrote": true}' order by j.sequence desc limit 1`);
  const { version, title, problem, changeIdea, place, aim, prediction, predictionBecause, startsAt, showsAt } = story;
  const theirs = { title, problem, changeIdea, place, aim, prediction, predictionBecause, startsAt, showsAt };
  return new Conflict(
    version,
    { ...theirs, takingPart: story.takingPart.map((one) => one.id) },
    rows[0]?.by ?? "Someone",
    rows[0]?.at ?? "",
  );
}

export async function shareExperiment(tx: Transaction, experimentId: string) {
  await tx.update(experiments).set({ sharedAt: sql`leeway_now()` }).where(eq(experiments.id, experimentId));
}

export type NewTurn = Pick<typeof experimentTurns.$inferInsert, "turn" | "reason" | "pauseReason">;

export async function takeTurn(tx: Transaction, experiment: ExperimentInReach, personId: string, turn: NewTurn) {
  await tx.insert(experimentTurns).values({
    ...turn,
    systemId: experiment.systemId,
    experimentId: experiment.id,
    takenBy: personId,
    takenAt: sql`leeway_now()`,
  });
}

export async function concludeExperiment(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  input: ConcludeInput,
) {
  const { id: experimentId, systemId } = experiment;
  const before = await tx
    .select({ id: conclusions.id })
    .from(conclusions)
    .where(eq(conclusions.experimentId, experimentId));
  if (before.length > 0) refuse("It has been concluded already. What comes next is a new experiment.");
  await tx.insert(conclusions).values({ ...input, systemId, experimentId, concludedBy: personId });
}

/** Adds someone who works in the system; joining again after leaving is a new row. */
export async function addTeamMember(
  tx: Transaction,
  experiment: ExperimentInReach,
  { personId, leads }: { personId: string; leads: boolean },
) {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select p.name from people p where p.id = ${personId}::uuid and p.suspended_at is null
      and exists (select 1 from memberships m where m.person_id = p.id and m.system_id = ${experiment.systemId}::uuid and is_current(m.from_on, m.to_on))`);
  const [person] = rows;
  if (!person) throw new Refusal([], { personId: "Choose someone who works in this system today" });
  if (experiment.teamIds.includes(personId))
    throw new Refusal([], { personId: `${person.name} is on the team already` });
  const { id: experimentId, systemId } = experiment;
  await tx
    .insert(teamMembers)
    .values({ systemId, experimentId, personId, leads })
    .onConflictDoUpdate({
      target: [teamMembers.experimentId, teamMembers.personId, teamMembers.fromOn],
      set: { toOn: null, leads },
    });
  return person.name;
}

/** Ends someone's place on the team as of now; the last one stays, so that somebody can conclude it. */
export async function endTeamMembership(tx: Transaction, experiment: ExperimentInReach, personId: string) {
  if (experiment.teamIds.length === 1) refuse("Somebody has to be on the team. Add someone else first.");
  const { rows } = await tx.execute<{ name: string }>(sql`
    update team_members t set to_on = london_today() - 1 from people p
    where p.id = t.person_id and t.experiment_id = ${experiment.id}::uuid and t.person_id = ${personId}::uuid
      and is_current(t.from_on, t.to_on) returning p.name`);
  const [left] = rows;
  if (!left) throw new NotFound();
  return left.name;
}
