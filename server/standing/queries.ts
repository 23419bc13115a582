import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { experiments, standingPermissions, standingUses, standingWithdrawals } from "@/db/schema";
import { day, instant, nameRow, reasonGiven } from "@/db/shapes";
import { inParallel, together } from "@/db/together";
import { riskDomains } from "@/db/vocabulary";
import { NotFound, Refusal } from "@/server/errors";
import type { ExperimentInReach } from "@/server/experiments/queries";
import { findToday } from "@/server/organisations/queries";
import { findTerms } from "@/server/permissions/terms/queries";
import { type Fit, fitsStanding, type Standing } from "@/server/standing/fits";
import { standingInWords } from "@/server/standing/in-words";
import type { GiveStandingInput } from "@/server/standing/input";

const standingRow = z.strictObject({
  id: z.uuid(),
  systemId: z.uuid(),
  organisationId: z.uuid().nullable(),
  organisation: z.string().nullable(),
  highestScores: z.partialRecord(z.enum(riskDomains), z.number()),
  longestWeeks: z.number(),
  note: z.string().nullable(),
  fromOn: day,
  endsOn: day.nullable(),
  givenBy: z.string(),
  givenById: z.uuid(),
  givenAt: instant,
  withdrawn: reasonGiven.nullable(),
  /** Who confirmed the floor; null for an organisation's own, or while it waits for a second person. */
  confirmedBy: z.string().nullable(),
  /** A floor that nobody confirmed yet: it covers nothing. */
  unconfirmed: z.boolean(),
  /** Experiments that started by it. */
  uses: z.number(),
  /** Whether it holds today and was not withdrawn. */
  holds: z.boolean(),
  /** Whether it begins later. */
  begins: z.boolean(),
});
export type StandingRow = z.infer<typeof standingRow>;

/** The standing permissions of the person's systems or of one, floors first, then the newest. */
export async function listStanding(db: Db, systemId?: string): Promise<StandingRow[]> {
  return read(db, standingRow).rows(sql`
    select s.id, s.system_id as "systemId", s.organisation_id as "organisationId", o.name as organisation,
      s.highest_scores as "highestScores", s.longest_weeks as "longestWeeks",
      s.note, s.from_on::text as "fromOn", s.ends_on::text as "endsOn", name_then(p.id, p.name, s.given_at) as "givenBy", s.given_by as "givenById",
      s.given_at::text as "givenAt", w.withdrawn as withdrawn,
      (select count(distinct u.experiment_id)::int from standing_uses u where u.standing_id = s.id) as uses,
      c.name as "confirmedBy", s.organisation_id is null and c.name is null as unconfirmed,
      w.withdrawn is null and (s.organisation_id is not null or c.name is not null)
        and is_current(s.from_on, s.ends_on) as holds,
      w.withdrawn is null and s.from_on > london_today() as begins
    from standing_permissions s join people p on p.id = s.given_by
    left join organisations o on o.id = s.organisation_id
    left join lateral (select name_then(cp.id, cp.name, sc.confirmed_at) as name from standing_confirmations sc join people cp on cp.id = sc.confirmed_by
      where sc.standing_id = s.id) c on true
    left join lateral (select json_build_object('reason', w.reason, 'by', name_then(wp.id, wp.name, w.withdrawn_at), 'at', w.withdrawn_at) as withdrawn
      from standing_withdrawals w join people wp on wp.id = w.withdrawn_by
      where w.standing_id = s.id and w.use_id is null order by w.withdrawn_at limit 1) w on true
    where ${systemId ? sql`s.system_id = ${systemId}::uuid` : sql`true`}
    order by s.organisation_id is not null, o.name, s.given_at desc, s.id desc`);
}

export async function giveStanding(tx: Transaction, personId: string, systemId: string, input: GiveStandingInput) {
  await refuseWhatIsOver(tx, input);
  const [given] = await tx
    .insert(standingPermissions)
    .values({ ...input, organisationId: input.organisationId ?? null, systemId, givenBy: personId })
    .returning({ id: standingPermissions.id });
  const row = (await listStanding(tx, systemId)).find((one) => one.id === given?.id);
  if (!row) throw new NotFound();
  return row;
}

async function refuseWhatIsOver(tx: Transaction, { endsOn }: GiveStandingInput) {
  if (endsOn !== undefined && endsOn < (await findToday(tx)))
    throw new Refusal([], { endsOn: "The last day must be today or later" });
}

/** Locks it until the transaction ends, so that two open windows withdraw it once. */
export async function lockStanding(tx: Transaction, standingId: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`standing ${standingId}`}, 0))`);
}

export async function withdrawStanding(
  tx: Transaction,
  { standingId, useId, systemId }: { standingId: string; useId: string | null; systemId: string },
  personId: string,
  reason: string,
) {
  await tx.insert(standingWithdrawals).values({ standingId, useId, systemId, reason, withdrawnBy: personId });
}

const fitRow = z.strictObject({
  organisationId: z.uuid(),
  organisation: z.string(),
  reversible: z.boolean().nullable(),
  plannedWeeks: z.number().nullable(),
  risks: z.array(z.strictObject({ domain: z.enum(riskDomains), score: z.number() })),
  dips: z.array(z.string()),
  firstUsedOn: day.nullable(),
  refused: z.boolean(),
  tookOverFrom: z.string().nullable(),
});

const givenByInvolvedRow = z.strictObject({ id: z.uuid() });

/** For each carrier of an experiment, the standing permission that covers it, or why none does. */
export async function listFits(db: Db, experiment: Pick<ExperimentInReach, "id" | "systemId" | "today">) {
  const { rows, standing, givenByInvolved } = await together(db, (one) =>
    inParallel({
      rows: listWishes(one, experiment.id),
      standing: listStanding(one, experiment.systemId),
      givenByInvolved: listGivenByInvolved(one, experiment),
    }),
  );
  const standings = standing.filter((one) => one.holds);
  const byInvolved = new Set(givenByInvolved.map(({ id }) => id));
  return new Map(
    rows.map(({ organisationId, ...wish }) => {
      const theirs = standings
        .filter((one) => one.organisationId === null || one.organisationId === organisationId)
        .map((one) => ({ ...one, giverInvolved: byInvolved.has(one.id) }));
      // The team's word that no harm is foreseen scores 1
      const risks = wish.risks.length > 0 ? wish.risks : [noHarm];
      return [organisationId, fitsStanding({ ...wish, risks, today: experiment.today }, theirs)];
    }),
  );
}

/** What an experiment asks of each carrier. */
const listWishes = (db: Db, experimentId: string) =>
  read(db, fitRow).rows(sql`
    select c.organisation_id as "organisationId", o.name as organisation, e.reversible, e.planned_weeks as "plannedWeeks",
      (select coalesce(json_agg(json_build_object('domain', r.domain, 'score', r.consequence * r.likelihood)), '[]')
        from risks r left join risk_carriers rc on rc.risk_id = r.id
        where r.experiment_id = e.id and r.removed_at is null
          and coalesce(rc.organisation_id, e.lead_organisation_id) = c.organisation_id) as risks,
      not coalesce((select w.standing_may_cover from organisation_words w
        where w.experiment_id = e.id and w.organisation_id = c.organisation_id), true) as refused,
      (select closed.name from carrier_handovers h join organisations closed on closed.id = h.from_id
        where h.experiment_id = e.id and h.to_id = c.organisation_id order by h.handed_over_at desc, h.id desc limit 1) as "tookOverFrom",
      (select coalesce(json_agg(distinct m.name), '[]') from expected_dips d join dip_carriers dc on dc.dip_id = d.id
        join measures m on m.id = d.measure_id
        where d.experiment_id = e.id and d.removed_at is null and dc.organisation_id = c.organisation_id) as dips,
      (select min(u.from_on)::text from standing_uses u where u.experiment_id = e.id
        and u.organisation_id = c.organisation_id) as "firstUsedOn"
    from experiment_carriers c join experiments e on e.id = c.experiment_id join organisations o on o.id = c.organisation_id
    where c.experiment_id = ${experimentId}::uuid`);

const noHarm = { domain: "quality and safety", score: 1 } as const;

/** The system's standing permissions that somebody gave who is or was on the team, or wrote part of the terms (rule I5). */
const listGivenByInvolved = (db: Db, { id, systemId }: { id: string; systemId: string }) =>
  read(db, givenByInvolvedRow).rows(sql`
    select s.id from standing_permissions s
    where s.system_id = ${systemId}::uuid and human(s.given_by) in (select people_involved(${id}::uuid))`);

/** Saves, for each organisation that has not said yes, the standing permission by which the experiment starts there. */
export async function saveUses(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  carriers: { organisationId: string; covering: boolean; fit: Fit | undefined }[],
): Promise<string[]> {
  const words: string[] = [];
  for (const { organisationId, covering, fit } of carriers) {
    if (covering || !fit?.fits) continue;
    words.push(await saveUse(tx, experiment, personId, { organisationId, fit }));
  }
  return [...new Set(words)];
}

/** Saves the standing permission by which an experiment starts in one organisation. */
async function saveUse(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  { organisationId, fit }: { organisationId: string; fit: Extract<Fit, { fits: Standing }> },
) {
  const [now] = await tx
    .select({ materialHash: experiments.materialHash })
    .from(experiments)
    .where(eq(experiments.id, experiment.id));
  const words = standingInWords(fit.fits);
  const terms = await findTerms(tx, experiment.id);
  await tx.insert(standingUses).values({
    systemId: experiment.systemId,
    experimentId: experiment.id,
    organisationId,
    standingId: fit.fits.id,
    materialHash: now?.materialHash ?? "",
    fromOn: experiment.today,
    endsOn: fit.endsOn,
    words,
    terms,
    usedBy: personId,
  });
  return words;
}

const useRow = z.strictObject({
  id: z.uuid(),
  standingId: z.uuid(),
  organisationId: z.uuid(),
  organisation: z.string(),
  words: z.string(),
  fromOn: day,
  endsOn: day,
  by: z.string(),
  at: instant,
  ended: z.boolean(),
  withdrawn: reasonGiven.nullable(),
});

/** The standing permissions that an experiment used, newest first, including withdrawn ones. */
export async function listUses(db: Db, experimentId: string) {
  return read(db, useRow).rows(sql`
    select u.id, u.standing_id as "standingId", u.organisation_id as "organisationId", o.name as organisation, u.words,
      u.from_on::text as "fromOn", u.ends_on::text as "endsOn", name_then(p.id, p.name, u.used_at) as by, u.used_at::text as at,
      u.ends_on < london_today() as ended,
      (select json_build_object('reason', w.reason, 'by', name_then(wp.id, wp.name, w.withdrawn_at), 'at', w.withdrawn_at) from standing_withdrawals w
        join people wp on wp.id = w.withdrawn_by
        where w.standing_id = u.standing_id and (w.use_id is null or w.use_id = u.id)
        order by w.withdrawn_at limit 1) as withdrawn
    from standing_uses u join organisations o on o.id = u.organisation_id join people p on p.id = u.used_by
    where u.experiment_id = ${experimentId}::uuid order by u.used_at desc, u.id desc`);
}

/** Refuses an organisation that does not serve in the system today. */
export async function refuseUnlessServing(db: Db, systemId: string, organisationId: string) {
  const serving = await read(db, nameRow).row(sql`
    select o.name from system_organisations so join organisations o on o.id = so.organisation_id
    where so.system_id = ${systemId}::uuid and o.id = ${organisationId}::uuid and is_current(so.from_on, so.ends_on)
      and is_current(o.from_on, o.ends_on)`);
  if (!serving) throw new Refusal([], { organisationId: "Choose an organisation that serves in this system today" });
}
