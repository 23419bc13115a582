import type { Stage, Turn } from "@/db/vocabulary";

/** What the stage is computed from, by the database's clock (the view experiment_facts). */
export type StageFacts = {
  lastTurn: Turn | null;
  /** Organisations that carry a risk or a dip. */
  carriers: number;
  /** Of those, whose permission holds today for today's words. */
  covering: number;
  /** … holds today or begins later. */
  granting: number;
  /** … still runs, but was given for other words. */
  outdated: number;
  /** … has ended. */
  lapsed: number;
  requestOpen: boolean | null;
  requestSameTerms: boolean | null;
};

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
