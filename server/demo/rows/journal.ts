import type { journal, news } from "@/db/schema";
import { chainStart, hashEntry } from "@/server/journal/chain";
import { plainWords } from "@/server/typed-words";
import { demoId } from "../ids";
import { chartActs } from "./acts-on-charts";
import { experimentActs } from "./acts-on-experiments";
import { measureActs } from "./acts-on-measures";
import { permissionActs } from "./acts-on-permissions";
import type { DemoSystem } from "./demo-system";

/** The system's journal in time order as a hash chain, and the entries about which e-mails were sent. */
export function journalRows(system: DemoSystem) {
  const { calendar, systemId } = system;
  const acts = [...measureActs(system), ...experimentActs(system), ...permissionActs(system), ...chartActs(system)];
  // The sort is stable: entries of the same minute stay in order
  const inOrder = acts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const rows = { entries: [] as (typeof journal.$inferInsert)[], news: [] as (typeof news.$inferInsert)[] };
  let previousHash = chainStart(systemId);
  for (const [index, { at, by, act, experiment, details = {}, news }] of inOrder.entries()) {
    const sequence = index + 1;
    const entry = {
      systemId,
      sequence,
      experimentId: experiment ? demoId(`experiment/${experiment}`) : null,
      personId: demoId(`person/${by}`),
      act: plainWords(act),
      parts: act,
      details,
      at: calendar.instant(at),
      previousHash,
    };
    previousHash = hashEntry(entry);
    rows.entries.push({ ...entry, hash: previousHash });
    if (news) rows.news.push({ ...news, systemId, sequence });
  }
  return rows;
}
