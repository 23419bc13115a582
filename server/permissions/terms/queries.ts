import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { columnsOf } from "@/db/columns-of";
import { idAndName, idsAndNames } from "@/db/id-and-name";
import { read } from "@/db/rows";
import { experiments, risks, termsEdits, termsVersions } from "@/db/schema";
import { day, named } from "@/db/shapes";
import { stopRuleKinds, type TermsPart } from "@/db/vocabulary";
import { NotFound } from "@/server/errors";
import { hashMaterial, type Terms } from "@/server/permissions/terms/terms";
import { riskFieldNames } from "@/server/risks/fields";

export type TermsWithoutDates = Omit<Terms, "fromOn" | "endsOn" | "whyLonger">;

const r = alias(risks, "r");
const fieldsOfRisk = sql.join(
  riskFieldNames.map((name) => sql`${sql.raw(`'${name}'`)}, ${r[name]}`),
  sql`, `,
);

export const termsShape = z.strictObject({
  ...columnsOf(experiments, ["changeIdea", "place", "reversible"]),
  prediction: z.string(),
  noHarmForeseen: z.boolean().nullable(),
  riskOfNotTrying: z.string(),
  takingPart: z.array(named),
  team: z.array(named),
  risks: z.array(z.strictObject({ id: z.uuid(), ...columnsOf(risks, riskFieldNames), carriedBy: z.array(named) })),
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
  stopRules: z.array(z.strictObject({ id: z.uuid(), kind: z.enum(stopRuleKinds), words: z.string() })),
});

/** The current terms: everything a permission for this experiment would cover. */
export async function findTerms(db: Db, experimentId: string): Promise<TermsWithoutDates> {
  const terms = await read(db, termsShape).row(sql`
    select e.change_idea as "changeIdea", e.place, coalesce(e.prediction, '') as prediction,
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
      (select coalesce(json_agg(json_build_object('id', d.id, 'measure', ${idAndName("m")}, 'unit', m.unit,
          'fromOn', d.from_on, 'endsOn', d.ends_on, 'worstValue', d.worst_value,
          'carriedBy', (select ${idsAndNames("o")}
            from dip_carriers c join organisations o on o.id = c.organisation_id where c.dip_id = d.id))), '[]')
        from expected_dips d join measures m on m.id = d.measure_id
        where d.experiment_id = e.id and d.removed_at is null) as "expectedDips",
      (select coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'words', s.words)), '[]')
        from stop_rules s where s.experiment_id = e.id and s.removed_at is null) as "stopRules"
    from experiments e where e.id = ${experimentId}::uuid`);
  if (!terms) throw new NotFound();
  return terms;
}

/** Records that somebody edited a part of the terms. */
export async function saveTermsEdit(
  tx: Transaction,
  { id: experimentId, systemId }: { id: string; systemId: string },
  part: TermsPart,
  editedBy: string,
): Promise<void> {
  await tx.insert(termsEdits).values({ systemId, experimentId, part, editedBy });
}

/** Stores the hash of the current terms with the experiment, and a new version if it changed. Stages are computed from it in SQL. */
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
    await tx.insert(termsVersions).values({ systemId, experimentId, materialHash, changedBy });
  }
}
