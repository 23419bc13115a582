import { z } from "zod";
import { type Stage, turns } from "@/db/vocabulary";

/** What the stage is computed from, by the database's clock (the view experiment_facts). */
export const stageFactsShape = z.strictObject({
  lastTurn: z.enum(turns).nullable(),
  /** Organisations that carry it: at least one. */
  carriers: z.number(),
  /** Of those, whose permission holds today for today's words. */
  covering: z.number(),
  /** … holds today or begins later. */
  granting: z.number(),
  /** … still runs, but was given for other words. */
  outdated: z.number(),
  /** … has ended. */
  lapsed: z.number(),
  /** Organisations that carry it and for which nobody can answer today: they cover nothing. */
  unanswered: z.number(),
  requestOpen: z.boolean().nullable(),
  requestSameTerms: z.boolean().nullable(),
  /** Whether it was last started on the terms of today; null before it was. */
  startedSameTerms: z.boolean().nullable(),
});
export type StageFacts = z.infer<typeof stageFactsShape>;

/** An experiment's stage. Never stored: it follows from its turns, its permissions and the day (rules I1 and I2). */
export function stageOf(facts: StageFacts): Stage {
  if (facts.lastTurn === "stopped" || facts.lastTurn === "concluded") return "ended";
  if (facts.lastTurn === "paused") return "paused";
  const started = facts.lastTurn === "started" || facts.lastTurn === "resumed";
  const onTheseTerms = started && facts.startedSameTerms === true;
  const carried = facts.carriers > 0;
  if (onTheseTerms && carried && facts.covering === facts.carriers) return "running";
  if (!onTheseTerms && carried && facts.granting === facts.carriers) return "permitted";
  if (!started && facts.requestOpen && facts.requestSameTerms) return "asked";
  if (onTheseTerms && facts.unanswered > 0 && facts.covering + facts.unanswered >= facts.carriers)
    return "nobody answers";
  if ((started && !onTheseTerms) || facts.outdated > 0 || (facts.requestOpen && !facts.requestSameTerms)) {
    return "terms changed";
  }
  if (started || facts.lapsed > 0) return "permission ended";
  return "idea";
}
