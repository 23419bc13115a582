import { agreedOn, eventsOf } from "@/app/measures/agreed";
import type { Around } from "@/app/measures/drawn";
import { api } from "@/server/caller";
import { cycleHappenings } from "@/server/cycles/words";
import { coverageByPeriod } from "./coverage-by-period";

/** The charts of an experiment, each with all that stands around it: for its page and for files of it. */
export async function chartsOfExperiment(experimentId: string) {
  const [{ measures, turns }, agreed, around, working, { cycles }, permissions] = await Promise.all([
    api.measures.results({ experimentId }),
    api.dips.list({ experimentId }),
    api.charts.ofExperiment({ experimentId }),
    api.charts.working({ experimentId }),
    api.cycles.list({ experimentId }),
    api.permissions.windows({ experimentId }),
  ]);
  const covered = await Promise.all(measures.map((measure) => coverageByPeriod(experimentId, measure)));
  const charts = measures.map((measure, at) => {
    const others = around.charts[measure.id];
    const happenings = [...eventsOf(turns, measure), ...cycleHappenings(cycles), ...(others?.happenings ?? [])];
    const itsOwn: Around = {
      ...{ ...agreedOn(measure, agreed), permissions, happenings },
      ...{ said: others?.said, alongside: covered[at] },
    };
    const isItWorking = working.find((one) => one.measureId === measure.id)?.sentence ?? null;
    return { measure, around: itsOwn, isItWorking };
  });
  return { charts, mayNote: around.may.note };
}
