import { type ExperimentChange, policy } from "@/server/policy";
import type { ExperimentForPolicy, Who } from "@/server/who";

/** Which changes this person may make, by the policy that the server enforces. */
export function mayAct(who: Who, it: ExperimentForPolicy): Record<ExperimentChange, boolean> {
  const lines = Object.entries(policy).map(([change, allows]) => [change, allows(who, it)]);
  return Object.fromEntries(lines);
}
