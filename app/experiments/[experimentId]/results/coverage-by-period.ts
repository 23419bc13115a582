import type { MeasureRhythm } from "@/db/vocabulary";
import { api } from "@/server/caller";
import { periodAfter } from "@/server/measures/periods";
import { coverAlongside } from "@/server/permissions/coverage/sentences";

type ChartPoints = { rhythm: MeasureRhythm; points: readonly { on: string }[] };

/** The server's limit for one call; older periods get no coverage. */
const maxPeriods = 1_000;

/** Whether permission covered the experiment in each period of a chart. */
export async function coverageByPeriod(experimentId: string, { rhythm, points }: ChartPoints) {
  const endsOn = points.at(-1)?.on;
  const first = points[0]?.on;
  if (!first || !endsOn) return [];
  const oldest = periodAfter(endsOn, rhythm, -maxPeriods);
  const [, fromOn = first] = [first, oldest].toSorted();
  return [coverAlongside(await api.permissions.coverage({ experimentId, fromOn, endsOn, rhythm }))];
}
