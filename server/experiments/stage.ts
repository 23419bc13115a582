import { z } from "zod";
import { type Stage, turns } from "@/db/vocabulary";

/** The input of the stage, from the view experiment_facts. */
export const stageFactsShape = z.strictObject({
  lastTurn: z.enum(turns).nullable(),
  /** Number of organisations that carry a risk or dip. */
  carriers: z.number(),
  /** Of those: permission holds today for the current terms. */
  covering: z.number(),
  /** … holds today or begins later. */
  granting: z.number(),
  /** … holds, but for other terms. */
  outdated: z.number(),
  /** … has ended. */
  lapsed: z.number(),
  requestOpen: z.boolean().nullable(),
  requestSameTerms: z.boolean().nullable(),
});
export type StageFacts = z.infer<typeof stageFactsShape>;

/** An experiment's stage. Never stored: it follows from its turns, its permissions and the day. */
export function stageOf(facts: StageFacts): Stage {
  if (facts.lastTurn === "stopped" || facts.lastTurn === "concluded") return "ended";
  if (facts.lastTurn === "paused") return "paused";
  const started = facts.lastTurn === "started" || facts.lastTurn === "resumed";
  if (started && facts.covering === facts.carriers) return "running";
  if (!started && facts.carriers > 0 && facts.granting === facts.carriers) return "permitted";
  if (!started && facts.requestOpen && facts.requestSameTerms) return "asked";
  if (facts.outdated > 0 || (facts.requestOpen && !facts.requestSameTerms)) return "terms changed";
  if (started || facts.lapsed > 0) return "permission ended";
  return "idea";
}
