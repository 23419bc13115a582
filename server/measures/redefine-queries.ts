import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { chartNotes, measureContributors, measures } from "@/db/schema";
import { lastChangeRow, nameRow } from "@/db/shapes";
import type { ChartKind } from "@/db/vocabulary";
import { Conflict, NotFound, Refusal } from "@/server/errors";
import { dayInWords, pluralise } from "@/server/format";
import { type Definition, definitionFields, definitionOf } from "@/server/measures/definition";
import type { RedefineInput } from "@/server/measures/input";
import { findFullSeries } from "@/server/measures/observations/queries";
import type { Measure } from "@/server/measures/queries";
import { changed, countsAnew } from "@/server/measures/redefinition";
import { kindsFor, problemWithEvent } from "@/server/measures/spc/kinds";
import { pickWithNulls } from "@/server/pick";

/** Writes a definition anew, if nobody did since it was read; else both versions go back. Gives what changed. */
export async function redefineMeasure(tx: Transaction, measure: Measure, personId: string, input: RedefineInput) {
  const { version } = input;
  if (measure.version !== version) throw await conflictWith(tx, measure);
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
    .set({ ...after, version: version + 1 })
    .where(eq(measures.id, measure.id));
  if (countsAnew(fields)) {
    await tx.insert(chartNotes).values({
      ...{ systemId: measure.systemId, measureId: measure.id, notedBy: personId, words: "What is counted changed" },
      ...{ happenedOn: sql`london_today()`, notedAt: sql`leeway_now()` },
    });
  }
  return { fields, name: after.name };
}

/** A chart of something else, or one that a result which is there makes impossible. */
async function refuseKind(tx: Transaction, measure: Measure, chartKind: ChartKind): Promise<void> {
  if (!kindsFor(measure.counting, measure.rhythm).includes(chartKind)) {
    throw new Refusal([], { chartKind: "Choose a chart that fits how this is counted" });
  }
  const wrong = (await findFullSeries(tx, measure)).flatMap(({ value }) =>
    value === null ? [] : (problemWithEvent(chartKind, value) ?? []),
  );
  const [why] = wrong;
  if (why) throw new Refusal([], { chartKind: `${pluralise(wrong.length, "result")} cannot be drawn so. ${why}` });
}

async function refuseNamesake(tx: Transaction, { id, systemId }: Measure, name: string): Promise<void> {
  const { rows } = await tx.execute(sql`
    select 1 from measures where system_id = ${systemId}::uuid and id <> ${id}::uuid and lower(name) = lower(${name})`);
  if (rows.length > 0) throw new Refusal([], { name: "There is another measure of this name. Choose another name" });
}

/** What leaders agreed to is a figure in this unit, with a better and a worse side. */
async function refuseWhereAgreed(tx: Transaction, { id }: Measure, fields: readonly (keyof Definition)[]) {
  const { rows } = await tx.execute(sql`
    select 1 from expected_dips where measure_id = ${id}::uuid and removed_at is null
    union all select 1 from stop_rules where measure_id = ${id}::uuid and removed_at is null`);
  if (rows.length === 0) return;
  const why = "A dip or a stop rule stands on this measure, so this stays. Define a new measure instead";
  throw new Refusal(
    [],
    Object.fromEntries(["unit", "direction"].filter((one) => fields.includes(one as never)).map((one) => [one, why])),
  );
}

async function conflictWith(tx: Transaction, measure: Measure): Promise<Conflict> {
  const last = await read(tx, lastChangeRow).row(sql`
    select p.name as by, j.at::text as at from journal j join people p on p.id = j.person_id
    where j.system_id = ${measure.systemId}::uuid
      and j.details @> jsonb_build_object('redefined', ${measure.id}::text) order by j.sequence desc limit 1`);
  return new Conflict(measure.version, definitionOf(measure), last?.by ?? "Someone", last?.at ?? "");
}

type NewContributor = { organisationId: string; fromOn: string };

/** From this day on an organisation contributes as well. Gives its name. */
export async function addContributor(tx: Transaction, measure: Measure, { organisationId, fromOn }: NewContributor) {
  const there = measure.contributors.find((one) => one.organisationId === organisationId);
  if (there) throw new Refusal([], { organisationId: `${there.name} is on the list already` });
  const alsoThen = measure.contributors.find((one) => one.endsOn === null || one.endsOn >= fromOn);
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

/** An organisation contributes until the end of this day; results of later periods stay readable and no longer count. Gives its name. */
export async function endContribution(tx: Transaction, measure: Measure, { organisationId, endsOn }: Ended) {
  const there = measure.contributors.find((one) => one.organisationId === organisationId);
  if (!there) throw new NotFound();
  if (there.fromOn !== null && endsOn < there.fromOn) {
    throw new Refusal([], { endsOn: `Enter ${dayInWords(there.fromOn)} or later: it contributes from then on` });
  }
  await tx
    .update(measureContributors)
    .set({ endsOn })
    .where(and(eq(measureContributors.measureId, measure.id), eq(measureContributors.organisationId, organisationId)));
  return there.name;
}
