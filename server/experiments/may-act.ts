import { type ExperimentChange, type ExperimentForPolicy, policy, type Who } from "@/server/policy";

/** Every change and whether this person may make it: the page asks the same lines as the server. */
export function mayAct(who: Who, it: ExperimentForPolicy): Record<ExperimentChange, boolean> {
  const lines = Object.entries(policy).map(([change, allows]) => [change, allows(who, it)]);
  return Object.fromEntries(lines);
}
