import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { termsEdits, termsVersions } from "@/db/schema";
import { idRow } from "@/db/shapes";
import type { TermsPart } from "@/db/vocabulary";
import { listTerms } from "@/server/permissions/terms/queries";
import { hashMaterial } from "@/server/permissions/terms/terms";

type InSystem = { id: string; systemId: string };

/** Records that somebody edited a part of the terms. */
export async function saveTermsEdit(
  tx: Transaction,
  { id: experimentId, systemId }: InSystem,
  part: TermsPart,
  editedBy: string,
): Promise<void> {
  await tx.insert(termsEdits).values({ systemId, experimentId, part, editedBy });
}

/**
 * Stores the hash of the current terms with the experiment, and a new version if it changed. Stages are computed from it in SQL.
 * @returns whether it changed
 */
export async function refreshMaterialHash(
  tx: Transaction,
  { id, systemId }: InSystem,
  changedBy: string | null,
): Promise<boolean> {
  return (await refreshMaterialHashes(tx, { ids: [id], systemId }, changedBy)).length > 0;
}

/** @returns the experiments whose terms changed */
async function refreshMaterialHashes(
  tx: Transaction,
  { ids, systemId }: { ids: readonly string[]; systemId: string },
  changedBy: string | null,
): Promise<string[]> {
  const now = (await listTerms(tx, ids)).map(({ experimentId, terms }) => ({
    experimentId,
    hash: hashMaterial(terms),
  }));
  const changed = await read(tx, idRow).rows(sql`
    update experiments e set material_hash = n.hash
    from unnest(${sql.param(now.map(({ experimentId }) => experimentId))}::uuid[],
      ${sql.param(now.map(({ hash }) => hash))}::text[]) n (id, hash)
    where e.id = n.id and e.material_hash <> n.hash returning e.id`);
  const hashes = new Map(now.map(({ experimentId, hash }) => [experimentId, hash]));
  if (changed.length > 0) {
    await tx.insert(termsVersions).values(
      changed.map(({ id: experimentId }) => ({
        ...{ systemId, experimentId, changedBy },
        materialHash: hashes.get(experimentId) ?? "",
      })),
    );
  }
  return changed.map(({ id }) => id);
}

/**
 * After a measure's meaning changed: refreshes the terms of every experiment that uses it, and whoever changed it wrote them.
 * The measure is locked already, and the experiments in the order of their ids, as for its results: no two can wait for
 * each other.
 * @returns the experiments whose terms changed
 */
export async function refreshWhereUsed(
  tx: Transaction,
  measure: { id: string; systemId: string },
  changedBy: string,
): Promise<string[]> {
  const { systemId } = measure;
  const using = await read(tx, idRow).rows(sql`
    select e.id from experiments e
    where e.id in (select x.experiment_id from experiment_measures x where x.measure_id = ${measure.id}::uuid)
    order by e.id for no key update`);
  if (using.length === 0) return [];
  const changed = await refreshMaterialHashes(tx, { ids: using.map(({ id }) => id), systemId }, changedBy);
  if (changed.length === 0) return [];
  await tx
    .insert(termsEdits)
    .values(
      changed.map((experimentId) => ({ systemId, experimentId, part: "measures" as const, editedBy: changedBy })),
    );
  return changed;
}
