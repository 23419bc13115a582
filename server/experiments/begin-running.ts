import type { Transaction } from "@/db/client";
import { refuse } from "@/server/errors";
import { type NewTurn, recordTurn } from "@/server/experiments/change-queries";
import type { ExperimentInReach } from "@/server/experiments/queries";
import { whyNotStart } from "@/server/experiments/start";
import { dayInWords } from "@/server/format";
import { findBeforeStart } from "@/server/permissions/coverage/carrier-queries";
import { refreshMaterialHash } from "@/server/permissions/terms/refresh-queries";
import { saveUses } from "@/server/standing/queries";

/**
 * Starts an experiment or lets it go on, where every carrier covers it: by a yes, or by a standing permission used now.
 * @param cannot - begins the refusal: "It cannot start yet."
 * @returns the texts of the standing permissions used
 * @throws Refusal with each reason why it cannot
 */
export async function beginRunning(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  turn: NewTurn,
  { cannot }: { cannot: string },
): Promise<string[]> {
  await refreshMaterialHash(tx, experiment, personId); // memberships may have ended since
  const before = await findBeforeStart(tx, experiment);
  const reasons = whyNotStart(before, dayInWords);
  if (reasons.length > 0) refuse(`${cannot} ${reasons.join(" ")}`);
  const words = await saveUses(tx, experiment, personId, before.carriers);
  await recordTurn(tx, experiment, personId, turn);
  return words;
}
