import type { connect, Transaction } from "@/db/client";
import { asOwner } from "@/db/tenant-transaction";
import { lockExperiment } from "@/server/experiments/queries";
import { untilEndOf } from "@/server/format";
import { liftTimeouts } from "@/server/imports/queries";
import { appendToJournal } from "@/server/journal/queries";
import { groupedBy } from "@/server/measures/grouped";
import { heirOf } from "@/server/permissions/handover/heir";
import {
  type ClosedCarrier,
  findServing,
  handOver,
  listClosedCarriers,
  listSystemIds,
} from "@/server/permissions/handover/queries";
import { refreshMaterialHash } from "@/server/permissions/terms/refresh-queries";
import { fromLeeway } from "@/server/typed-words";

type Database = ReturnType<typeof connect>;

/**
 * Passes on what closed organisations still carry, to their successors or to the lead organisations (rule I9). It changes the
 * terms, so every carrier is asked again; everyone whose yes stood behind it gets a letter. One transaction for each
 * experiment, every morning: an organisation closed by mistake can be opened again until then.
 */
export async function handOverFromClosed(database: Database, at?: string): Promise<void> {
  for (const { id } of await asOwner(database, "", listSystemIds)) await handOverInSystem(database, id, at);
}

export async function handOverInSystem(database: Database, systemId: string, at?: string): Promise<void> {
  const listHeld = async (tx: Transaction) => {
    await liftTimeouts(tx);
    return listClosedCarriers(tx, systemId);
  };
  const held = await asOwner(database, "", listHeld, { at });
  for (const [, closed] of groupedBy(held, ({ experimentId }) => experimentId))
    await asOwner(database, "", (tx) => handOverOne(tx, closed), { at });
}

async function handOverOne(tx: Transaction, closed: readonly ClosedCarrier[]): Promise<void> {
  const [first] = closed;
  if (!first) return;
  const { experimentId, systemId, leadId } = first;
  await lockExperiment(tx, experimentId);
  const serving = await findServing(tx, systemId);
  const acts: string[] = [];
  for (const { closed: from, lastOn, carries } of closed) {
    const toId = heirOf(from.id, leadId, serving);
    if (!toId || toId === from.id) continue; // opened again meanwhile
    await handOver(tx, { experimentId, systemId }, { fromId: from.id, toId });
    const does = [...(carries ? ["carried"] : []), ...(from.id === leadId ? ["led"] : [])].join(" and ");
    acts.push(`passed what ${from.name} ${does} ${untilEndOf(lastOn)} to ${serving.get(toId)?.name}`);
  }
  if (acts.length === 0) return;
  await refreshMaterialHash(tx, { id: experimentId, systemId }, null);
  const entry = { systemId, experimentId, personId: null };
  await appendToJournal(
    tx,
    systemId,
    acts.map((act, index) => ({
      ...entry,
      act: fromLeeway(act),
      news: index === 0 ? { kind: "terms changed" } : undefined,
    })),
  );
}
