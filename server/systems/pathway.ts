import { type PathwayStage, pathwayStages, type Stage } from "@/db/vocabulary";
import { pluralise } from "@/server/format";

/** An experiment for the system's page: where trouble starts, where it shows, and the measures it aims at. */
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

/** The experiments that aim at a measure, in their order. */
export const aimingAt = <One extends Aiming>(measureId: string, experiments: readonly One[]): One[] =>
  experiments.filter((experiment) => experiment.measureIds.includes(measureId));

/** The stage where a measure's trouble shows: the one that most experiments aiming at it name, and of equals the earlier. */
export function showsWhere(measureId: string, experiments: readonly Aiming[]): PathwayStage | null {
  const said = aimingAt(measureId, experiments).map((experiment) => experiment.showsAt);
  const times = (stage: PathwayStage) => said.filter((one) => one === stage).length;
  const most = Math.max(0, ...pathwayStages.map(times));
  return most === 0 ? null : (pathwayStages.find((stage) => times(stage) === most) ?? null);
}

/** A section of the page: measures whose trouble shows at a stage, starts there and shows elsewhere, or that nobody aims at. */
export type Section<Measure> = { kind: "shows" | "starts"; stage: PathwayStage | null; measures: Measure[] };

/** Every measure once, by the stage where its trouble shows; filtered by a stage, those that show or start there. Sorted by name: nothing is ranked. */
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
      ({ id }) => where.get(id) !== stage && aimingAt(id, experiments).some((one) => one.startsAt === stage),
    ),
  });
  const sections = only ? [showing(only), starting(only)] : [...pathwayStages, null].map(showing);
  return sections.filter((section) => section.measures.length > 0);
}

/** The number of experiments that start and show at each stage, without ended ones. */
export function startsAndShows(experiments: readonly Aiming[]) {
  const alive = experiments.filter((experiment) => experiment.stage !== "ended");
  return pathwayStages.map((stage) => ({
    stage,
    starts: alive.filter((experiment) => experiment.startsAt === stage).length,
    shows: alive.filter((experiment) => experiment.showsAt === stage).length,
  }));
}

/** The page's first sentence: "14 running, 3 in an expected dip." */
export function systemInOneSentence(experiments: readonly Aiming[]): string {
  const running = experiments.filter((experiment) => experiment.stage === "running");
  if (running.length === 0) return "No experiment is running now.";
  const dips = running.filter((experiment) => experiment.inDip).length;
  return `${pluralise(running.length, "experiment")} running, ${dips === 0 ? "none" : dips} in an expected dip.`;
}
