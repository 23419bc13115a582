import type { Transaction } from "@/db/client";
import { Refusal } from "@/server/errors";
import { permissionsEndInWords } from "@/server/measures/permissions-end";
import { listPermitted } from "@/server/measures/permitted-queries";
import type { Measure } from "@/server/measures/queries";
import { refreshWhereUsed } from "@/server/permissions/terms/refresh-queries";
import type { Who } from "@/server/who";

type OnMeasure = {
  db: Transaction;
  measure: Measure;
  who: Who;
  person: { id: string };
  permissionEnded: Set<string>;
};

/**
 * Changes what a measure means, which changes the terms of every experiment that uses it. Where that ends permissions, the
 * person must have said that they know it; otherwise nothing is saved.
 * @throws {Refusal}
 */
export async function changeMeaning<Changed>(
  { db, measure, who, person, permissionEnded }: OnMeasure,
  { knowsPermissionsEnd }: { knowsPermissionsEnd?: boolean },
  change: () => Promise<Changed>,
): Promise<Changed> {
  const permitted = await listPermitted(db, measure.id, who);
  const changed = await change();
  const refreshed = new Set(await refreshWhereUsed(db, measure, person.id));
  const ended = permitted.filter(({ id }) => refreshed.has(id));
  if (ended.length > 0 && !knowsPermissionsEnd) {
    throw new Refusal([], { knowsPermissionsEnd: `${permissionsEndInWords(ended)} Say that you know this` });
  }
  for (const { id } of ended) permissionEnded.add(id);
  return changed;
}
