import type { journal } from "@/db/schema";
import { chainStart, hashEntry } from "@/server/journal/chain";
import { demoId } from "../ids";
import { chartActs } from "./acts-on-charts";
import { experimentActs } from "./acts-on-experiments";
import { measureActs } from "./acts-on-measures";
import { permissionActs } from "./acts-on-permissions";
import type { DemoSystem } from "./demo-system";

/** The system's journal in time order, each entry hashed with the one before. */
export function journalRows(system: DemoSystem): (typeof journal.$inferInsert)[] {
  const { calendar, systemId } = system;
  const acts = [...measureActs(system), ...experimentActs(system), ...permissionActs(system), ...chartActs(system)];
  // The sort is stable: acts of the same minute keep the order in which they are listed
  const inOrder = acts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  let previousHash = chainStart(systemId);
  return inOrder.map(({ at, by, act, experiment, details = {} }, index) => {
    const entry = {
      systemId,
      sequence: index + 1,
      experimentId: experiment ? demoId(`experiment/${experiment}`) : null,
      personId: demoId(`person/${by}`),
      act,
      details,
      at: calendar.instant(at),
      previousHash,
    };
    previousHash = hashEntry(entry);
    return { ...entry, hash: previousHash };
  });
}
