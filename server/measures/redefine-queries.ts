import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { chartNotes, measureContributors, measures } from "@/db/schema";
import { nameRow } from "@/db/shapes";
import type { ChartKind } from "@/db/vocabulary";
import { NotFound, Refusal } from "@/server/errors";
import { dayInWords, pluralise } from "@/server/format";
import { type Definition, definitionFields, definitionOf } from "@/server/measures/definition";
import type { RedefineInput } from "@/server/measures/input";
import { findFullSeries } from "@/server/measures/observations/queries";
import type { Measure } from "@/server/measures/queries";
import { changed, countsAnew } from "@/server/measures/redefinition";
import { kindsFor, problemWithEvent } from "@/server/measures/spc/kinds";
import { pickWithNulls } from "@/server/pick";
import { nextVersion, refuseConflict } from "@/server/versions/queries";

/** Redefines a measure. @returns the changed fields @throws {Conflict} when it was changed since it was read; {Refusal} */
export async function redefineMeasure(tx: Transaction, measure: Measure, personId: string, input: RedefineInput) {
  const { version } = input;
  const where = eq(measures.id, measure.id);
  await refuseConflict(tx, measures, { where, version }, () => definitionOf(measure));
  const after: Definition = {
    ...pickWithNulls(input, definitionFields),
    name: input.name.trim(),
    unit: measure.counting === "percentage" ? "%" : input.unit.trim(),
  };
  const fields = changed(measure, after);
  if (fields.length === 0) throw new Refusal(["That is how it is defined already. Nothing was changed."]);
  if (after.unit === "") throw new Refusal([], { unit: "Say what it is counted in, such as days" });
  await refuseNamesake(tx, measure, after.name);
  if (fields.includes("chartKind")) await refuseKind(tx, measure, after.chartKind);
  if (fields.includes("unit") || fields.includes("direction")) await refuseWhereAgreed(tx, measure, fields);
  await tx
    .update(measures)
    .set({ ...after, ...nextVersion(version, personId) })
    .where(where);
  if (countsAnew(fields)) {
    await tx.insert(chartNotes).values({
      ...{ systemId: measure.systemId, measureId: measure.id, notedBy: personId, words: "What is counted changed" },
      ...{ happenedOn: sql`london_today()`, notedAt: sql`leeway_now()` },
    });
  }
  return { fields, name: after.name };
}

/** Refuses a chart kind that does not fit the counting or an existing result. @throws {Refusal} */
async function refuseKind(tx: Transaction, measure: Measure, chartKind: ChartKind): Promise<void> {
  if (!kindsFor(measure.counting, measure.rhythm).includes(chartKind)) {
    throw new Refusal([], { chartKind: "Choose a chart that fits how this is counted" });
  }
  const problems = (await findFullSeries(tx, measure)).flatMap(({ value }) =>
    value === null ? [] : (problemWithEvent(chartKind, value) ?? []),
  );
  const [why] = problems;
  if (why) throw new Refusal([], { chartKind: `${pluralise(problems.length, "result")} cannot be drawn so. ${why}` });
}

async function refuseNamesake(tx: Transaction, { id, systemId }: Measure, name: string): Promise<void> {
  const { rows } = await tx.execute(sql`
    select 1 from measures where system_id = ${systemId}::uuid and id <> ${id}::uuid and lower(name) = lower(${name})`);
  if (rows.length > 0) throw new Refusal([], { name: "There is another measure of this name. Choose another name" });
}

/** Refuses to change unit or direction while a dip or stop rule depends on them. @throws {Refusal} */
async function refuseWhereAgreed(tx: Transaction, { id }: Measure, fields: readonly (keyof Definition)[]) {
  const { rows } = await tx.execute(sql`
    select 1 from expected_dips where measure_id = ${id}::uuid and removed_at is null
    union all select 1 from stop_rules where measure_id = ${id}::uuid and removed_at is null`);
  if (rows.length === 0) return;
  const why = "A dip or a stop rule stands on this measure, so this stays. Define a new measure instead";
  throw new Refusal(
    [],
    Object.fromEntries(
      ["unit", "direction"].filter((field) => fields.includes(field as never)).map((field) => [field, why]),
    ),
  );
}

type NewContributor = { organisationId: string; fromOn: string };

/** Adds a contributor from this day on. @returns its name @throws {Refusal} */
export async function addContributor(tx: Transaction, measure: Measure, { organisationId, fromOn }: NewContributor) {
  const contributor = measure.contributors.find((each) => each.organisationId === organisationId);
  if (contributor) throw new Refusal([], { organisationId: `${contributor.name} is on the list already` });
  const alsoThen = measure.contributors.find(({ endsOn }) => endsOn === null || endsOn >= fromOn);
  if (measure.counting === "value" && alsoThen) {
    throw new Refusal([], {
      organisationId: `Values of 2 organisations cannot be put together. End the part of ${alsoThen.name} first`,
    });
  }
  const organisation = await read(tx, nameRow).row(sql`
    select o.name from system_organisations so join organisations o on o.id = so.organisation_id
    where so.system_id = ${measure.systemId}::uuid and o.id = ${organisationId}::uuid
      and is_current(so.from_on, so.ends_on)`);
  if (!organisation)
    throw new Refusal([], { organisationId: "Choose an organisation that serves in this system today" });
  await tx
    .insert(measureContributors)
    .values({ systemId: measure.systemId, measureId: measure.id, organisationId, fromOn });
  return organisation.name;
}

type Ended = { organisationId: string; endsOn: string };

/**
 * Ends a contribution with this day. Results of later periods stay readable but no longer count.
 * @returns the organisation's name
 */
export async function endContribution(tx: Transaction, measure: Measure, { organisationId, endsOn }: Ended) {
  const contributor = measure.contributors.find((each) => each.organisationId === organisationId);
  if (!contributor) throw new NotFound();
  if (contributor.fromOn !== null && endsOn < contributor.fromOn) {
    throw new Refusal([], { endsOn: `Enter ${dayInWords(contributor.fromOn)} or later: it contributes from then on` });
  }
  await tx
    .update(measureContributors)
    .set({ endsOn })
    .where(and(eq(measureContributors.measureId, measure.id), eq(measureContributors.organisationId, organisationId)));
  return contributor.name;
}
