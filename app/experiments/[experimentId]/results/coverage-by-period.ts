import type { MeasureRhythm } from "@/db/vocabulary";
import { api } from "@/server/caller";
import { periodAfter } from "@/server/measures/periods";
import { coverAlongside } from "@/server/permissions/coverage/sentences";

type Drawn = { rhythm: MeasureRhythm; points: readonly { on: string }[] };

/** As many periods as the server says at once; what is older says nothing. */
const mostPeriods = 1_000;

/** Whether the experiment was covered in each period of a chart. */
export async function coverageByPeriod(experimentId: string, { rhythm, points }: Drawn) {
  const endsOn = points.at(-1)?.on;
  const first = points[0]?.on;
  if (!first || !endsOn) return [];
  const oldest = periodAfter(endsOn, rhythm, -mostPeriods);
  const [, fromOn = first] = [first, oldest].toSorted();
  return [coverAlongside(await api.permissions.coverage({ experimentId, fromOn, endsOn, rhythm }))];
}
