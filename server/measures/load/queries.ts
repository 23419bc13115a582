import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { measureContributors, organisations, systemOrganisations, systems } from "@/db/schema";
import { day, idRow } from "@/db/shapes";
import { type OrganisationKind, organisationKinds } from "@/db/vocabulary";
import { listInWords } from "@/server/format";
import { partShape } from "@/server/measures/observations/period-value-queries";
import { findMeasure, type Measure } from "@/server/measures/queries";
import { LoadRefused } from "./refused";
import { isNamed } from "./rows";

// The command runs as the database owner and bypasses row-level security, so every query filters by system.

export async function findSystem(db: Db, name: string | undefined) {
  const rows = await db.select({ id: systems.id, name: systems.name }).from(systems).orderBy(systems.name);
  const fitting = name === undefined ? rows : rows.filter((system) => system.name.toLowerCase() === name.toLowerCase());
  const [only] = fitting;
  if (only && fitting.length === 1) return only;
  const names = listInWords(rows.map((system) => `"${system.name}"`));
  throw new LoadRefused([
    rows.length === 0
      ? "There is no system to load into yet. Start Leeway once with npm start, and name your system there."
      : name === undefined
        ? `Say which system: --system. There are ${names}.`
        : `There is no system "${name}". There are ${names}.`,
  ]);
}

const loaderRow = z.strictObject({ id: z.uuid(), email: z.string().nullable(), administrates: z.boolean() });

/** The person the load is attributed to: given by e-mail address, else the only administrator. @throws {LoadRefused} */
export async function findLoader(db: Db, systemId: string, email: string | undefined): Promise<string> {
  const rows = await read(db, loaderRow).rows(sql`
    select p.id, p.email, exists (select 1 from administrators a where a.person_id = p.id
        and (a.system_id is null or a.system_id = ${systemId}::uuid)) as administrates
    from people p where p.suspended_at is null and (
      exists (select 1 from administrators a where a.person_id = p.id
        and (a.system_id is null or a.system_id = ${systemId}::uuid))
      or ${systemId}::uuid = any (systems_of(p.id)))`);
  if (email !== undefined) {
    const named = rows.find((person) => person.email?.toLowerCase() === email.toLowerCase());
    if (named) return named.id;
    throw new LoadRefused([`Nobody with the e-mail address ${email} works in this system or administers it.`]);
  }
  const administrators = rows.filter((person) => person.administrates);
  if (administrators[0] && administrators.length === 1) return administrators[0].id;
  throw new LoadRefused(["Say in whose name it is noted: --as <e-mail address>."]);
}

/** Lifts the statement timeout of page requests for the transaction. */
export async function allowStatementTime(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local statement_timeout = 0`);
}

/** Finds a measure by id or exact name and locks it; null when there is none. */
export async function findMeasureToLoad(tx: Transaction, systemId: string, given: string): Promise<Measure | null> {
  const rows = await read(tx, idRow).rows(sql`
    select id from measures where system_id = ${systemId}::uuid and (id::text = lower(${given}) or name = ${given})`);
  if (rows.length > 1) {
    const ids = rows.map((row) => row.id).join(", ");
    throw new LoadRefused([`There are ${rows.length} measures named "${given}". Give the id of one: ${ids}.`]);
  }
  return rows[0] ? findMeasure(tx, rows[0].id, { lock: true }) : null;
}

const keptRow = partShape.extend({
  organisationId: z.uuid(),
  periodOn: day,
  revision: z.number(),
  undone: z.boolean(),
});
type Kept = z.infer<typeof keptRow>;
type Place = Pick<Kept, "organisationId" | "periodOn">;

/** The current observations for these organisations and periods, keyed by "organisationId periodOn". */
export async function listStored(db: Db, measureId: string, at: readonly Place[]): Promise<Map<string, Kept>> {
  const [organisationIds, days] = [at.map((place) => place.organisationId), at.map((place) => place.periodOn)];
  const rows = await read(db, keptRow).rows(sql`
    select b.organisation_id as "organisationId", b.period_on::text as "periodOn", b.revision, b.undone,
      b.value::float8 as value, b.numerator::float8 as numerator, b.denominator::float8 as denominator
    from unnest(${sql.param(organisationIds)}::uuid[], ${sql.param(days)}::date[]) p (organisation_id, period_on)
    cross join lateral (select * from observations o where o.measure_id = ${measureId}::uuid
      and o.organisation_id = p.organisation_id and o.period_on = p.period_on order by o.revision desc limit 1) b`);
  return new Map(rows.map((row) => [`${row.organisationId} ${row.periodOn}`, row]));
}

type NewContributor = { code: string; firstOn: string };

const organisationRow = z.strictObject({
  id: z.uuid(),
  odsCode: z.string().nullable(),
  shortName: z.string(),
  serves: z.boolean(),
});

/**
 * Resolves organisation codes within the system. With `add`, missing organisations are added from their first period on, named
 * by their code.
 * @throws {LoadRefused} for ambiguous codes, and for missing ones without `add`
 */
export async function findContributors(
  tx: Transaction,
  systemId: string,
  wanted: readonly NewContributor[],
  { add, kind }: { add: boolean; kind: string | undefined },
): Promise<{ ids: string[]; added: string[] }> {
  const candidates = await read(tx, organisationRow).rows(sql`
    select o.id, o.ods_code as "odsCode", o.short_name as "shortName", so.system_id is not null as serves
    from organisations o left join system_organisations so
      on so.organisation_id = o.id and so.system_id = ${systemId}::uuid
    where so.system_id is not null or o.ods_code is not null`);
  const resolved = wanted.map((contributor) => {
    const here = candidates.filter((organisation) => organisation.serves && isNamed(organisation, contributor.code));
    if (here.length > 1)
      throw new LoadRefused([`"${contributor.code}" names ${here.length} organisations. Use ODS codes.`]);
    const elsewhere = candidates.find(
      ({ serves, odsCode }) => !serves && odsCode?.toLowerCase() === contributor.code.toLowerCase(),
    );
    return { ...contributor, here: here[0]?.id, elsewhere: elsewhere?.id };
  });
  const missing = resolved.filter(({ here }) => !here);
  if (missing.length > 0 && !add) {
    const codes = listInWords(missing.map(({ code }) => code));
    const one = missing.length === 1;
    throw new LoadRefused([
      `${codes} ${one ? "is not an organisation" : "are not organisations"} of this system. ` +
        `Add ${one ? "it" : "them"} under Administration, or here: --add-contributors --kind acute.`,
    ]);
  }
  const ids: string[] = [];
  for (const { code, firstOn, here, elsewhere } of resolved) {
    const organisationId = here ?? elsewhere ?? (await addOrganisation(tx, code, kind));
    if (!here) await tx.insert(systemOrganisations).values({ systemId, organisationId, fromOn: firstOn });
    ids.push(organisationId);
  }
  return { ids, added: missing.map(({ code }) => code) };
}

async function addOrganisation(tx: Transaction, code: string, kind: string | undefined): Promise<string> {
  const validKind = organisationKinds.find((each) => each === kind);
  if (!validKind) {
    throw new LoadRefused([`Say what kind of organisation ${code} is: --kind "${organisationKinds.join('" or "')}".`]);
  }
  const odsCode = /^[A-Z0-9]{3,10}$/i.test(code) ? code.toUpperCase() : null;
  const [made] = await tx
    .insert(organisations)
    .values({ name: code, shortName: code, kind: validKind satisfies OrganisationKind, odsCode })
    .returning({ id: organisations.id });
  if (!made) throw new Error(`the organisation ${code} was not saved`);
  return made.id;
}

/** Adds contributors to a measure from their first period on, so that earlier periods stay complete. */
export async function addContributors(
  tx: Transaction,
  { id: measureId, systemId }: Measure,
  organisationIds: readonly { id: string; fromOn: string }[],
) {
  for (const { id: organisationId, fromOn } of organisationIds) {
    await tx.insert(measureContributors).values({ systemId, measureId, organisationId, fromOn }).onConflictDoNothing();
  }
}
