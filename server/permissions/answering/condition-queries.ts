import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { acceptedConditions } from "@/db/schema";
import { day } from "@/db/shapes";
import { measureDirections } from "@/db/vocabulary";
import { isBeyondDip } from "@/server/dips/dip";
import { Refusal } from "@/server/errors";
import type { ExperimentInReach } from "@/server/experiments/queries";
import { dayInWords } from "@/server/format";
import { exactAmount } from "@/server/measures/figures";
import { DAY_IS_OVER, notEarlier } from "@/server/permissions/answering/conditions";
import type { AnswerInput } from "@/server/permissions/answering/input";
import { replaced } from "@/server/permissions/asking/replaced-queries";
import type { Terms } from "@/server/permissions/terms/terms";

type Request = { terms: Terms; fromOn: string; endsOn: string };

const dipDirectionRow = z.strictObject({ id: z.uuid(), direction: z.enum(measureDirections) });

/** Refuses conditions that do not narrow the request: a date that is not earlier, a dip that is not tighter or not theirs. */
export async function refuseImpossibleConditions(
  db: Db,
  request: Request,
  { organisationId, endsOn, tighterDips = [] }: Pick<AnswerInput, "organisationId" | "endsOn" | "tighterDips">,
  today: string,
) {
  if (endsOn !== undefined) {
    if (endsOn >= request.endsOn) throw new Refusal([], { endsOn: notEarlier(request.endsOn) });
    if (endsOn < today) throw new Refusal([], { endsOn: DAY_IS_OVER });
    if (endsOn < request.fromOn) {
      throw new Refusal([], { endsOn: `It begins on ${dayInWords(request.fromOn)}. Choose that day or a later one` });
    }
  }
  const tighter = tighterDips.flatMap(({ dipId, worstValue }, index) =>
    worstValue === undefined ? [] : [{ dipId, worstValue, field: `tighterDips.${index}.worstValue` }],
  );
  if (tighter.length === 0) return;
  const rows = await read(db, dipDirectionRow).rows(sql`
    select d.id, m.direction from expected_dips d join measures m on m.id = d.measure_id
    where d.id = any (${sql.param(tighter.map((dip) => dip.dipId))}::uuid[])`);
  for (const { dipId, worstValue, field } of tighter) {
    const requested = request.terms.expectedDips.find((dip) => dip.id === dipId);
    const theirs = requested?.carriedBy.some((party) => party.id === organisationId);
    if (!requested || !theirs)
      throw new Refusal([], { [field]: "Your organisation does not carry this dip, so leave it empty" });
    const direction = rows.find((row) => row.id === dipId)?.direction ?? "up";
    if (!isBeyondDip(direction, worstValue, requested.worstValue)) {
      const asFarAs = exactAmount(requested.worstValue, requested.unit);
      throw new Refusal([], { [field]: `Enter a figure that is tighter than the ${asFarAs} they asked for` });
    }
  }
}

const conditionsRow = z.strictObject({
  answerId: z.uuid(),
  organisationId: z.uuid(),
  organisation: z.string(),
  inWords: z.string().nullable(),
  endsOn: day.nullable(),
  /** As the request asked. */
  terms: z.custom<Terms>(),
  accepted: z.boolean(),
  over: z.boolean(),
  /** A newer request has replaced the one it answers. */
  replaced: z.boolean(),
  sameTerms: z.boolean(),
});

/** The answers with conditions to this experiment, and whether each can still be accepted. */
export async function listConditions(db: Db, experimentId: string) {
  return read(db, conditionsRow).rows(sql`
    select a.id as "answerId", o.id as "organisationId", o.name as organisation, a.in_words as "inWords",
      a.ends_on::text as "endsOn", r.terms,
      exists (select 1 from accepted_conditions c where c.answer_id = a.id) as accepted,
      coalesce(a.ends_on, r.ends_on) < london_today() or exists (select 1 from permission_withdrawals w
        where w.request_id = r.id and (w.organisation_id is null or w.organisation_id = a.organisation_id))
        or exists (select 1 from organisation_words w where w.experiment_id = e.id and w.organisation_id = a.organisation_id
          and w.grants_ended_at >= a.answered_at) as over,
      ${replaced} as replaced,
      r.material_hash = e.material_hash as "sameTerms"
    from permission_answers a join permission_requests r on r.id = a.request_id
    join experiments e on e.id = r.experiment_id join organisations o on o.id = a.organisation_id
    where e.id = ${experimentId}::uuid and a.answer = 'yes with conditions'`);
}

export async function acceptConditions(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  answerId: string,
) {
  await tx.insert(acceptedConditions).values({ systemId: experiment.systemId, answerId, acceptedBy: personId });
}
