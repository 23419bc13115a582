import { type PathwayStage, pathwayStages, type Stage } from "@/db/vocabulary";
import { pluralise } from "@/server/format";

/** An experiment on the system's page: the stages where its problem starts and shows, and the measures it aims to improve. */
export type Aiming = {
  id: string;
  title: string;
  stage: Stage;
  /** Whether a dip is expected today. */
  inDip: boolean;
  startsAt: PathwayStage | null;
  showsAt: PathwayStage | null;
  measureIds: readonly string[];
};
type Named = { id: string; name: string };

/** The experiments that aim to improve a measure, in the order given. */
export const aimingAt = <One extends Aiming>(measureId: string, experiments: readonly One[]): One[] =>
  experiments.filter((experiment) => experiment.measureIds.includes(measureId));

/** The stage where a measure's problem shows: the one most often named by its experiments; of equals, the earliest. */
export function showsWhere(measureId: string, experiments: readonly Aiming[]): PathwayStage | null {
  const stages = aimingAt(measureId, experiments).map((experiment) => experiment.showsAt);
  const count = (stage: PathwayStage) => stages.filter((named) => named === stage).length;
  const highest = Math.max(0, ...pathwayStages.map(count));
  return highest === 0 ? null : (pathwayStages.find((stage) => count(stage) === highest) ?? null);
}

/** Measures whose problem shows at a stage (or at none known), or that starts there and shows elsewhere. */
export type Section<Measure> = { kind: "shows" | "starts"; stage: PathwayStage | null; measures: Measure[] };

/** Every measure once, by the stage where its problem shows; with `only`, those that show or start there. Sorted by name, not ranked. */
export function sectionsOf<Measure extends Named>(
  measures: readonly Measure[],
  experiments: readonly Aiming[],
  only?: PathwayStage,
): Section<Measure>[] {
  const byName = measures.toSorted((a, b) => a.name.localeCompare(b.name, "en-GB") || a.id.localeCompare(b.id));
  const where = new Map(byName.map((measure) => [measure.id, showsWhere(measure.id, experiments)]));
  const showing = (stage: PathwayStage | null): Section<Measure> => ({
    ...{ kind: "shows", stage },
    measures: byName.filter((measure) => where.get(measure.id) === stage),
  });
  const starting = (stage: PathwayStage): Section<Measure> => ({
    ...{ kind: "starts", stage },
    measures: byName.filter(
      ({ id }) => where.get(id) !== stage && aimingAt(id, experiments).some(({ startsAt }) => startsAt === stage),
    ),
  });
  const sections = only ? [showing(only), starting(only)] : [...pathwayStages, null].map(showing);
  return sections.filter((section) => section.measures.length > 0);
}

/** The number of experiments that start and show at each stage, without ended ones. */
export function startsAndShows(experiments: readonly Aiming[]) {
  const current = experiments.filter((experiment) => experiment.stage !== "ended");
  return pathwayStages.map((stage) => ({
    stage,
    starts: current.filter((experiment) => experiment.startsAt === stage).length,
    shows: current.filter((experiment) => experiment.showsAt === stage).length,
  }));
}

/** The page's first sentence: "14 running, 3 in an expected dip." */
export function systemInOneSentence(experiments: readonly Aiming[]): string {
  const running = experiments.filter((experiment) => experiment.stage === "running");
  if (running.length === 0) return "No experiment is running now.";
  const dips = running.filter((experiment) => experiment.inDip).length;
  return `${pluralise(running.length, "experiment")} running, ${dips === 0 ? "none" : dips} in an expected dip.`;
}
