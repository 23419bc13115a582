import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { columnsOf } from "@/db/columns-of";
import { read } from "@/db/rows";
import { conclusions, experiments } from "@/db/schema";
import { day, instant, named } from "@/db/shapes";
import { pauseReasons, type Stage, stages, turns } from "@/db/vocabulary";
import { NotFound } from "@/server/errors";
import { involved, involvedShape } from "@/server/experiments/involved-queries";
import { stageFactsShape, stageOf } from "@/server/experiments/stage";
import { accountsOf } from "@/server/people/queries";
import type { ExperimentForPolicy, Who } from "@/server/who";

/** Condition on `e`: experiments a person may see, which are the shared ones and their own teams' drafts. */
export const withinReach = (who: Who): SQL => withinReachOf(sql`${sql.param(who.accounts)}`);

const withinReachOf = (accounts: SQL): SQL => sql`(e.shared_at is not null or exists (
  select 1 from team_members t where t.experiment_id = e.id
    and t.person_id = any (${accounts}::uuid[]) and is_current(t.from_on, t.ends_on)))`;

/** Condition on `k`: the stage kept for today (db/schema/stages.ts). What day it is is worked out once, not for each row. */
export const keptToday = sql`k.from_on <= (select london_today()) and k.until_on >= (select london_today())`;

/** Condition on `k`: not ended, written so that the index of stages finds it. */
export const notEnded = sql`k.stage = any (${sql.param(stages.filter((stage) => stage !== "ended"))}::text[])`;

export const stageFacts = sql`json_build_object(
  'lastTurn', f.last_turn, 'carriers', f.carriers, 'covering', f.covering, 'granting', f.granting,
  'outdated', f.outdated, 'lapsed', f.lapsed, 'unanswered', f.unanswered, 'requestOpen', f.request_open, 'requestSameTerms', f.request_same_terms,
  'startedSameTerms', f.started_same_terms)`;

/**
 * Joins the facts `f` of each experiment `e` one by one, for a few out of many. A plain join with experiment_facts would
 * compute them for the whole system; `offset 0` keeps PostgreSQL from turning this into that.
 */
export const factsOfEach = sql`cross join lateral (
  select * from experiment_facts one where one.experiment_id = e.id offset 0) f`;

const experimentRow = z.strictObject({
  ...columnsOf(experiments, ["id", "systemId", "title", "version"]),
  shared: z.boolean(),
  /** Today in London, by the database's clock. */
  today: day,
  facts: stageFactsShape,
  ...involvedShape,
  organisationIds: z.array(z.uuid()),
  carrierIds: z.array(z.uuid()),
  contributorIds: z.array(z.uuid()),
  boardIds: z.array(z.uuid()),
});
/** The fields of an experiment that rules and policy need. */
export type ExperimentInReach = ExperimentForPolicy & z.infer<typeof experimentRow> & { stage: Stage };

/** Until the transaction ends nobody else changes it. */
export async function lockExperiment(db: Db, experimentId: string): Promise<void> {
  await db.execute(sql`select 1 from experiments where id = ${experimentId}::uuid for no key update`);
}

/** One experiment that this person may see. @throws {NotFound} also when out of reach */
export async function findExperimentWithinReach(
  db: Db,
  personId: string,
  experimentId: string,
): Promise<ExperimentInReach> {
  const found = await read(db, experimentRow).row(sql`
    select e.id, e.system_id as "systemId", e.title, e.version, e.shared_at is not null as shared,
      f.today::text as today, ${stageFacts} as facts,
      ${involved},
      (select coalesce(json_agg(o.organisation_id), '[]') from experiment_organisations o
        where o.experiment_id = e.id) as "organisationIds",
      (select coalesce(json_agg(c.organisation_id), '[]') from experiment_carriers c
        where c.experiment_id = e.id) as "carrierIds",
      (select coalesce(json_agg(distinct c.organisation_id), '[]') from experiment_measures m
        join measure_contributors c on c.measure_id = m.measure_id where m.experiment_id = e.id) as "contributorIds",
      (select coalesce(json_agg(distinct r.board_id), '[]') from board_reviews r
        where r.experiment_id = e.id) as "boardIds"
    from experiments e join experiment_facts f on f.experiment_id = e.id
    where e.id = ${experimentId}::uuid and ${withinReachOf(accountsOf(personId))}`);
  if (!found) throw new NotFound();
  const stage = stageOf(found.facts);
  return { ...found, stage, ended: stage === "ended" };
}

export const turnShape = z.strictObject({
  turn: z.enum(turns),
  reason: z.string().nullable(),
  pauseReason: z.enum(pauseReasons).nullable(),
  /** Empty when a stop rule acted. */
  by: z.string().nullable(),
  at: instant,
});
const conclusionShape = z.strictObject({
  ...columnsOf(conclusions, ["outcome", "whatHappened", "learned", "goalsMet", "tradeOffs", "unpleasantSurprises"]),
  ...columnsOf(conclusions, ["pleasantSurprises", "tellNextTeam", "changeStops", "measuringStops"]),
  by: z.string(),
  at: instant,
});
const storyRow = z.strictObject({
  ...columnsOf(experiments, [
    "id",
    "title",
    "problem",
    "changeIdea",
    "place",
    "aim",
    "prediction",
    "predictionBecause",
  ]),
  ...columnsOf(experiments, [
    "startsAt",
    "showsAt",
    "riskOfNotTrying",
    "noHarmForeseen",
    "reversible",
    "plannedWeeks",
    "version",
  ]),
  shared: z.boolean(),
  leadOrganisation: z.string(),
  startedAt: instant.nullable(),
  lastTurnAt: instant.nullable(),
  team: z.array(named.extend({ job: z.string().nullable(), leads: z.boolean() })),
  takingPart: z.array(named.extend({ shortName: z.string() })),
  lastTurn: turnShape.nullable(),
  conclusion: conclusionShape.nullable(),
});

/** One experiment for its page. */
export async function findStory(db: Db, experimentId: string) {
  const story = await read(db, storyRow).row(sql`
    select e.id, e.title, e.problem, e.change_idea as "changeIdea", e.place, e.aim, e.prediction,
      e.prediction_because as "predictionBecause", e.starts_at as "startsAt", e.shows_at as "showsAt",
      e.risk_of_not_trying as "riskOfNotTrying", e.no_harm_foreseen as "noHarmForeseen", e.reversible, e.planned_weeks as "plannedWeeks", e.version, e.shared_at is not null as shared,
      lead.name as "leadOrganisation", f.started_at as "startedAt", f.last_turn_at as "lastTurnAt",
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'job', p.job, 'leads', t.leads)
          order by t.leads desc, p.name), '[]')
        from team_members t join people p on p.id = t.person_id
        where t.experiment_id = e.id and is_current(t.from_on, t.ends_on)) as team,
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name) order by o.name), '[]')
        from experiment_organisations x join organisations o on o.id = x.organisation_id
        where x.experiment_id = e.id) as "takingPart",
      (select json_build_object('turn', t.turn, 'reason', t.reason, 'pauseReason', t.pause_reason,
          'by', name_then(p.id, p.name, t.taken_at), 'at', t.taken_at)
        from experiment_turns t left join people p on p.id = t.taken_by
        where t.experiment_id = e.id order by t.taken_at desc, t.id desc limit 1) as "lastTurn",
      (select json_build_object('outcome', c.outcome, 'whatHappened', c.what_happened, 'learned', c.learned,
          'goalsMet', c.goals_met, 'tradeOffs', c.trade_offs, 'unpleasantSurprises', c.unpleasant_surprises,
          'pleasantSurprises', c.pleasant_surprises, 'tellNextTeam', c.tell_next_team, 'changeStops', c.change_stops, 'measuringStops', c.measuring_stops,
          'by', name_then(p.id, p.name, c.concluded_at), 'at', c.concluded_at)
        from conclusions c join people p on p.id = c.concluded_by where c.experiment_id = e.id) as conclusion
    from experiments e
    join organisations lead on lead.id = e.lead_organisation_id
    join experiment_facts f on f.experiment_id = e.id
    where e.id = ${experimentId}::uuid`);
  if (!story) throw new NotFound();
  return story;
}
