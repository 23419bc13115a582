import { api } from "@/server/caller";
import { addDays, londonDay } from "@/server/days";
import { coverInWords } from "@/server/permissions/coverage/sentences";

/** The server's limit for one call. */
const maxDays = 1_000;

/** For each entry, newest first: whether permission covered that day, noted only where that changes. */
export async function coverageNotes(
  experimentId: string,
  entries: readonly { at: string }[],
): Promise<(string | undefined)[]> {
  const days = entries.map(({ at }) => londonDay(at));
  const [newest, oldest] = [days[0], days.at(-1)];
  if (!newest || !oldest) return [];
  const earliest = addDays(newest, -maxDays);
  const [, fromOn = oldest] = [oldest, earliest].toSorted();
  const coverage = await api.permissions.coverage({ experimentId, fromOn, endsOn: newest });
  const coverByDay = new Map(
    coverage.flatMap((period) => (period.when === "under way" ? [[period.fromOn, coverInWords(period)]] : [])),
  );
  return days.map((day, index) => {
    const cover = coverByDay.get(day);
    return cover !== coverByDay.get(days[index + 1] ?? "") ? cover : undefined;
  });
}
