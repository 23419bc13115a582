import type { MeasureRhythm } from "@/db/vocabulary";
import { api } from "@/server/caller";
import { periodAfter } from "@/server/measures/periods";
import { coverAlongside } from "@/server/permissions/coverage/sentences";

type ChartPoints = { rhythm: MeasureRhythm; points: readonly { on: string; value: number | null }[] };

/** The server's limit for one call; older periods get no coverage. */
const maxPeriods = 1_000;

/** Whether permission covered the experiment in each period of a chart, or in its last ones. */
export async function coverageByPeriod(experimentId: string, { rhythm, points }: ChartPoints, last = maxPeriods) {
  const endsOn = points.at(-1)?.on;
  const drawn = points.slice(0, points.findLastIndex(({ value }) => value !== null) + 1);
  const first = drawn.at(-last)?.on ?? points[0]?.on;
  if (!first || !endsOn) return [];
  const oldest = periodAfter(endsOn, rhythm, -maxPeriods);
  const [, fromOn = first] = [first, oldest].toSorted();
  return [coverAlongside(await api.permissions.coverage({ experimentId, fromOn, endsOn, rhythm }))];
}
