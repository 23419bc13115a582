import { agreedOn, eventsOf } from "@/app/measures/agreed";
import type { Surroundings } from "@/app/measures/chart-data";
import { api } from "@/server/caller";
import { cycleHappenings } from "@/server/cycles/words";
import { coverageByPeriod } from "./coverage-by-period";

/**
 * The charts of an experiment with their dips, permissions, events and notes, for the page and for downloads.
 * @param last - of how many points it matters whether permission covered them, where fewer are shown than there are
 */
export async function chartsOfExperiment(experimentId: string, last?: number) {
  const [{ measures, turns }, dips, extras, working, { cycles }, permissions] = await Promise.all([
    api.measures.results({ experimentId }),
    api.dips.list({ experimentId }),
    api.charts.ofExperiment({ experimentId }),
    api.charts.working({ experimentId }),
    api.cycles.list({ experimentId }),
    api.permissions.windows({ experimentId }),
  ]);
  const coverage = await Promise.all(measures.map((measure) => coverageByPeriod(experimentId, measure, last)));
  const charts = measures.map((measure, index) => {
    const extra = extras.charts[measure.id];
    const happenings = [...eventsOf(turns, measure), ...cycleHappenings(cycles), ...(extra?.happenings ?? [])];
    const surroundings: Surroundings = {
      ...{ ...agreedOn(measure, dips), permissions, happenings },
      ...{ sentences: extra?.sentences, alongside: coverage[index] },
    };
    const isItWorking = working.find(({ measureId }) => measureId === measure.id)?.sentence ?? null;
    return { measure, surroundings, isItWorking };
  });
  return { charts, mayNote: extras.may.note };
}
