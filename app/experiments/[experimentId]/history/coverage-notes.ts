import { api } from "@/server/caller";
import { addDays, londonDay } from "@/server/days";
import { coverInWords } from "@/server/permissions/coverage/sentences";

/** As many days as the server says at once. */
const mostDays = 1_000;

/** Whether it was covered on the day of each entry, newest first: said where it changes, so that a quiet year stays quiet. */
export async function coverageNotes(
  experimentId: string,
  entries: readonly { at: string }[],
): Promise<(string | undefined)[]> {
  const days = entries.map(({ at }) => londonDay(at));
  const [newest, oldest] = [days[0], days.at(-1)];
  if (!newest || !oldest) return [];
  const earliest = addDays(newest, -mostDays);
  const [, fromOn = oldest] = [oldest, earliest].toSorted();
  const coverage = await api.permissions.coverage({ experimentId, fromOn, endsOn: newest });
  const words = new Map(coverage.flatMap((one) => (one.when === "under way" ? [[one.fromOn, coverInWords(one)]] : [])));
  return days.map((day, index) => {
    const said = words.get(day);
    return said !== words.get(days[index + 1] ?? "") ? said : undefined;
  });
}
