import { sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Db } from "@/db/client";
import { columnsOf, columnsWithoutNulls } from "@/db/columns-of";
import { idAndName, idsAndNames } from "@/db/id-and-name";
import { read } from "@/db/rows";
import { experiments, measures, risks } from "@/db/schema";
import { day, named } from "@/db/shapes";
import { measureRoles, stopRuleKinds } from "@/db/vocabulary";
import { stopRuleSides } from "@/server/dips/input";
import { NotFound } from "@/server/errors";
import type { Terms } from "@/server/permissions/terms/terms";
import { riskFieldNames } from "@/server/risks/fields";

export type TermsWithoutDates = Omit<Terms, "fromOn" | "endsOn" | "whyLonger">;

const r = alias(risks, "r");
const m = alias(measures, "m");
const meaning = ["name", "operationalDefinition", "unit", "direction", "rhythm", "counting"] as const;
type Columns = Parameters<typeof sql.join>[0];
const asPairs = (columns: Columns) => sql.join(columns, sql`, `);
const fieldsOfRisk = asPairs(riskFieldNames.map((name) => sql`${sql.raw(`'${name}'`)}, ${r[name]}`));
const fieldsOfMeasure = asPairs(meaning.map((name) => sql`${sql.raw(`'${name}'`)}, ${m[name]}`));

export const termsShape = z.strictObject({
  ...columnsOf(experiments, ["problem", "changeIdea", "place", "reversible"]),
  prediction: z.string(),
  predictionBecause: z.string(),
  noHarmForeseen: z.boolean().nullable(),
  riskOfNotTrying: z.string(),
  takingPart: z.array(named),
  team: z.array(named),
  risks: z.array(
    z.strictObject({ id: z.uuid(), ...columnsWithoutNulls(risks, riskFieldNames), carriedBy: z.array(named) }),
  ),
  measures: z.array(
    z.strictObject({
      id: z.uuid(),
      ...columnsOf(measures, meaning),
      role: z.enum(measureRoles),
      contributors: z.array(named.extend({ endsOn: day.nullable() })),
    }),
  ),
  expectedDips: z.array(
    z.strictObject({
      id: z.uuid(),
      measure: named,
      unit: z.string(),
      fromOn: day,
      endsOn: day,
      worstValue: z.number(),
      carriedBy: z.array(named),
    }),
  ),
  stopRules: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: z.enum(stopRuleKinds),
      words: z.string(),
      onMeasure: z
        .strictObject({
          measure: named,
          ...columnsOf(measures, ["unit", "rhythm"]),
          metWhen: z.enum(stopRuleSides),
          threshold: z.number(),
          periodsRunning: z.number(),
        })
        .nullable(),
    }),
  ),
});

/** The current terms: everything a permission for this experiment would cover. */
export async function findTerms(db: Db, experimentId: string): Promise<TermsWithoutDates> {
  const [found] = await listTerms(db, [experimentId]);
  if (!found) throw new NotFound();
  return found.terms;
}

/** The current terms of each of these experiments. */
export async function listTerms(
  db: Db,
  experimentIds: readonly string[],
): Promise<{ experimentId: string; terms: TermsWithoutDates }[]> {
  const rows = await read(db, termsShape.extend({ experimentId: z.uuid() })).rows(sql`
    select e.id as "experimentId", e.problem, e.change_idea as "changeIdea", e.place,
      coalesce(e.prediction, '') as prediction, coalesce(e.prediction_because, '') as "predictionBecause",
      coalesce(e.risk_of_not_trying, '') as "riskOfNotTrying", e.reversible,
      nullif(e.no_harm_foreseen, false) as "noHarmForeseen",
      (select ${idsAndNames("o")} from experiment_organisations x
        join organisations o on o.id = x.organisation_id where x.experiment_id = e.id) as "takingPart",
      (select ${idsAndNames("p")} from team_members t
        join people p on p.id = t.person_id where t.experiment_id = e.id and is_current(t.from_on, t.ends_on)) as team,
      (select coalesce(json_agg(json_strip_nulls(json_build_object('id', r.id, ${fieldsOfRisk},
          'carriedBy', (select ${idsAndNames("o")}
            from risk_carriers c join organisations o on o.id = c.organisation_id where c.risk_id = r.id)))), '[]')
        from risks r where r.experiment_id = e.id and r.removed_at is null) as risks,
      (select coalesce(json_agg(json_build_object('id', m.id, ${fieldsOfMeasure}, 'role', x.role,
          'contributors', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'endsOn', c.ends_on)), '[]')
            from measure_contributors c join organisations o on o.id = c.organisation_id where c.measure_id = m.id))), '[]')
        from experiment_measures x join measures m on m.id = x.measure_id where x.experiment_id = e.id) as measures,
      (select coalesce(json_agg(json_build_object('id', d.id, 'measure', ${idAndName("m")}, 'unit', m.unit,
          'fromOn', d.from_on, 'endsOn', d.ends_on, 'worstValue', d.worst_value,
          'carriedBy', (select ${idsAndNames("o")}
            from dip_carriers c join organisations o on o.id = c.organisation_id where c.dip_id = d.id))), '[]')
        from expected_dips d join measures m on m.id = d.measure_id
        where d.experiment_id = e.id and d.removed_at is null) as "expectedDips",
      (select coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'words', s.words,
          'onMeasure', case when s.threshold is not null and s.met_when is not null and s.periods_running is not null then
            json_build_object('measure', ${idAndName("m")}, 'unit', m.unit, 'rhythm', m.rhythm,
              'metWhen', s.met_when, 'threshold', s.threshold, 'periodsRunning', s.periods_running) end)), '[]')
        from stop_rules s left join measures m on m.id = s.measure_id
        where s.experiment_id = e.id and s.removed_at is null) as "stopRules"
    from experiments e where e.id = any (${sql.param([...experimentIds])}::uuid[])`);
  return rows.map(({ experimentId, ...terms }) => ({ experimentId, terms }));
}
