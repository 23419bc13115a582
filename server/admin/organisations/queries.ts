import { and, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "@/db/client";
import { organisations, systemOrganisations } from "@/db/schema";
import { NotFound } from "@/server/errors";
import type { editOrganisationInput } from "./input";
import type { PastedOrganisation } from "./organisation-list";

const inSystem = (systemId: string, organisationId: string) =>
  and(eq(systemOrganisations.systemId, systemId), eq(systemOrganisations.organisationId, organisationId));

/** The organisations that serve in a system, or did. */
export async function listOrganisations(db: Db, systemId: string) {
  return db
    .select({
      id: organisations.id,
      name: organisations.name,
      shortName: organisations.shortName,
      kind: organisations.kind,
      odsCode: organisations.odsCode,
      endsOn: systemOrganisations.endsOn,
      current: sql<boolean>`is_current(${systemOrganisations.fromOn}, ${systemOrganisations.endsOn})`,
    })
    .from(systemOrganisations)
    .innerJoin(organisations, eq(organisations.id, systemOrganisations.organisationId))
    .where(eq(systemOrganisations.systemId, systemId))
    .orderBy(organisations.name);
}

/** One organisation. Whether it serves in this system only decides who may rename it. */
export async function findOrganisation(db: Db, systemId: string, organisationId: string) {
  const found = (await listOrganisations(db, systemId)).find((one) => one.id === organisationId);
  if (!found) throw new NotFound();
  const elsewhere = await db
    .select({ systemId: systemOrganisations.systemId })
    .from(systemOrganisations)
    .where(
      and(eq(systemOrganisations.organisationId, organisationId), sql`${systemOrganisations.systemId} <> ${systemId}`),
    );
  return { ...found, onlyHere: elsewhere.length === 0 };
}

/** Adds organisations to a system from today. One that serves here already is left alone; an ODS code known elsewhere is the same organisation. */
export async function addOrganisations(db: Db, systemId: string, pasted: PastedOrganisation[]) {
  const here = await listOrganisations(db, systemId);
  const isHere = ({ name, odsCode }: PastedOrganisation) =>
    here.some((one) => (odsCode && one.odsCode === odsCode) || one.name.toLowerCase() === name.toLowerCase());
  const fresh = pasted.filter((one) => !isHere(one));
  const codes = fresh.flatMap(({ odsCode }) => odsCode ?? []);
  const known = codes.length
    ? await db
        .select({ id: organisations.id, odsCode: organisations.odsCode })
        .from(organisations)
        .where(inArray(organisations.odsCode, codes))
    : [];
  const unknown = fresh.filter(({ odsCode }) => !known.some((one) => one.odsCode === odsCode));
  const made = unknown.length ? await db.insert(organisations).values(unknown).returning({ id: organisations.id }) : [];
  const serving = [...known, ...made].map(({ id }) => ({
    systemId,
    organisationId: id,
    fromOn: sql<string>`london_today()`,
  }));
  if (serving.length) await db.insert(systemOrganisations).values(serving);
  return { added: fresh.map(({ name }) => name), alreadyHere: pasted.length - fresh.length };
}

type Edited = z.output<typeof editOrganisationInput>;

export async function editOrganisation(db: Db, systemId: string, organisationId: string, edited: Edited) {
  const { name, shortName, kind, endsOn } = edited;
  const before = await findOrganisation(db, systemId, organisationId);
  if (before.onlyHere) {
    await db.update(organisations).set({ name, shortName, kind }).where(eq(organisations.id, organisationId));
  }
  await db
    .update(systemOrganisations)
    .set({ endsOn: endsOn ?? null })
    .where(inSystem(systemId, organisationId));
  return before;
}
