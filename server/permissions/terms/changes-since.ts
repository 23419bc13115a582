import type { Db } from "@/db/client";
import { findRequest } from "@/server/permissions/asking/queries";
import { type Difference, differences } from "@/server/permissions/terms/difference";
import type { TermsWithoutDates } from "@/server/permissions/terms/queries";

type Request = Awaited<ReturnType<typeof findRequest>>;

/** Changes since a request was sent, and the later request to read instead, if any. */
export type Changes = { differences: Difference[]; newerId: string | null };

export async function changesSince(
  db: Db,
  experimentId: string,
  request: Request,
  termsNow: TermsWithoutDates,
): Promise<Changes | null> {
  const { newerId, terms, materialHash, currentHash } = request;
  if (newerId) {
    const newer = await findRequest(db, experimentId, newerId);
    return { newerId, differences: differences(terms, newer.terms) };
  }
  if (materialHash === currentHash) return null;
  return { newerId, differences: differences(terms, termsNow) };
}
