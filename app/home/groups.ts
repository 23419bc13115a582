import { pluralise } from "@/server/format";
import type { HomeExperiment } from "./home";

/** Experiments by what to show first. Each is in exactly one group. */
export type ExperimentGroups = Record<"outside" | "inDip" | "ending" | "quiet", HomeExperiment[]>;

const endingSoonDays = 30;

export function groupExperiments(experiments: readonly HomeExperiment[]): ExperimentGroups {
  const groups: ExperimentGroups = { outside: [], inDip: [], ending: [], quiet: [] };
  for (const experiment of experiments) groups[groupOf(experiment)].push(experiment);
  return groups;
}

function groupOf({ dips, stage, daysLeft }: HomeExperiment): keyof ExperimentGroups {
  if (dips.some((dip) => dip.status === "outside")) return "outside";
  if (dips.some((dip) => dip.status === "within")) return "inDip";
  const allowed = stage === "running" || stage === "permitted";
  return allowed && daysLeft !== null && daysLeft >= 0 && daysLeft <= endingSoonDays ? "ending" : "quiet";
}

/** "3 experiments are in an expected dip. None is outside what you allowed." */
export function dipSummary({ outside, inDip, ending, quiet }: ExperimentGroups): string {
  if (outside.length + inDip.length + ending.length + quiet.length === 0) {
    return "You answer for an organisation that carries no risk of an experiment now.";
  }
  const countIs = (count: number) => `${pluralise(count, "experiment")} ${count === 1 ? "is" : "are"}`;
  const dip =
    inDip.length === 0 ? "No experiment is in an expected dip." : `${countIs(inDip.length)} in an expected dip.`;
  const outsideCount = outside.length === 0 ? "None is" : `${outside.length} ${outside.length === 1 ? "is" : "are"}`;
  return `${dip} ${outsideCount} outside what you allowed.`;
}
