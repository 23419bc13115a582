import { and, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "@/db/client";
import { organisations, systemOrganisations } from "@/db/schema";
import { NotFound, Refusal } from "@/server/errors";
import type { editOrganisationInput } from "./input";
import type { PastedOrganisation } from "./organisation-list";

const inSystem = (systemId: string, organisationId: string) =>
  and(eq(systemOrganisations.systemId, systemId), eq(systemOrganisations.organisationId, organisationId));

/** Present and past organisations of a system. */
export async function listOrganisations(db: Db, systemId: string) {
  return db
    .select({
      id: organisations.id,
      name: organisations.name,
      shortName: organisations.shortName,
      kind: organisations.kind,
      odsCode: organisations.odsCode,
      endsOn: systemOrganisations.endsOn,
      successorId: systemOrganisations.successorId,
      current: sql<boolean>`is_current(${systemOrganisations.fromOn}, ${systemOrganisations.endsOn})`,
    })
    .from(systemOrganisations)
    .innerJoin(organisations, eq(organisations.id, systemOrganisations.organisationId))
    .where(eq(systemOrganisations.systemId, systemId))
    .orderBy(organisations.name);
}

/** One organisation; `onlyHere` decides whether it may be renamed here. */
export async function findOrganisation(db: Db, systemId: string, organisationId: string) {
  const organisation = (await listOrganisations(db, systemId)).find(({ id }) => id === organisationId);
  if (!organisation) throw new NotFound();
  const elsewhere = await db
    .select({ systemId: systemOrganisations.systemId })
    .from(systemOrganisations)
    .where(
      and(eq(systemOrganisations.organisationId, organisationId), sql`${systemOrganisations.systemId} <> ${systemId}`),
    );
  return { ...organisation, onlyHere: elsewhere.length === 0 };
}

/** Adds organisations to a system from today. Skips those already here; a known ODS code means the same organisation. */
export async function addOrganisations(db: Db, systemId: string, pasted: PastedOrganisation[]) {
  const here = await listOrganisations(db, systemId);
  const isHere = ({ name, odsCode }: PastedOrganisation) =>
    here.some(
      (existing) => (odsCode && existing.odsCode === odsCode) || existing.name.toLowerCase() === name.toLowerCase(),
    );
  const fresh = pasted.filter((organisation) => !isHere(organisation));
  const codes = fresh.flatMap(({ odsCode }) => odsCode ?? []);
  const existing = codes.length
    ? await db
        .select({ id: organisations.id, odsCode: organisations.odsCode })
        .from(organisations)
        .where(inArray(organisations.odsCode, codes))
    : [];
  const missing = fresh.filter((organisation) => !existing.some(({ odsCode }) => odsCode === organisation.odsCode));
  const made = missing.length ? await db.insert(organisations).values(missing).returning({ id: organisations.id }) : [];
  const serving = [...existing, ...made].map(({ id }) => ({
    systemId,
    organisationId: id,
    fromOn: sql<string>`london_today()`,
  }));
  if (serving.length) await db.insert(systemOrganisations).values(serving);
  return { added: fresh.map(({ name }) => name), alreadyHere: pasted.length - fresh.length };
}

type Edited = z.output<typeof editOrganisationInput>;

export async function editOrganisation(db: Db, systemId: string, organisationId: string, edited: Edited) {
  const { name, shortName, kind, endsOn, successorId } = edited;
  const before = await findOrganisation(db, systemId, organisationId);
  const successor = endsOn && successorId ? await findSuccessor(db, systemId, { organisationId, successorId }) : null;
  if (before.onlyHere) {
    await db.update(organisations).set({ name, shortName, kind }).where(eq(organisations.id, organisationId));
  }
  await db
    .update(systemOrganisations)
    .set({ endsOn: endsOn ?? null, successorId: successor?.id ?? null })
    .where(inSystem(systemId, organisationId));
  return { before, successor };
}

/** @throws {Refusal} for the organisation itself, and for one that does not serve in the system today */
async function findSuccessor(db: Db, systemId: string, ids: { organisationId: string; successorId: string }) {
  const { organisationId, successorId } = ids;
  const successor = (await listOrganisations(db, systemId)).find(({ id }) => id === successorId);
  if (!successor?.current || successorId === organisationId)
    throw new Refusal([], { successorId: "Choose another organisation that serves in this system today" });
  return successor;
}
